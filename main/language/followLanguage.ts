import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { Speech } from './speech.ts';

/** Speaks what the settings say, from the moment that they say so, and tells the page once main does. */
export function followLanguage({ store, speech }: { readonly store: SnapshotStore; readonly speech: Speech }): void {
  const follow = async (): Promise<void> => {
    await speech.speak(store.current.settings.language);
    store.patch({ language: speech.language });
  };
  store.onChange(({ settings }, before) => {
    if (settings.language !== before.settings.language) void follow();
  });
}

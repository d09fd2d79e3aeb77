import type { Talk, TalkLabel, TalkListener } from './talk.ts';
import type { TalkEvents } from './transport.ts';

/** Everybody in this page who hears what others' pages say: whoever listens once hears every meeting. */
export function createTalks(say: Talk['say'], onFault: (fault: unknown) => void): Talk & TalkEvents {
  const listeners = new Map<TalkLabel, Set<TalkListener>>();

  const tell = (label: TalkLabel, task: (listener: TalkListener) => void): void => {
    for (const listener of listeners.get(label) ?? []) {
      try {
        task(listener);
      } catch (fault) {
        onFault(fault);
      }
    }
  };
  return {
    say,
    listen(label, listener) {
      const those = listeners.get(label) ?? new Set();
      listeners.set(label, those.add(listener));
      return () => those.delete(listener);
    },
    onOpen: (peer, label) => tell(label, ({ onOpen }) => onOpen?.(peer)),
    onMessage: (from, label, message) => tell(label, ({ onMessage }) => onMessage(from, message)),
  };
}

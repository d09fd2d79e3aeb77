import type { Millis } from '../ids.ts';

/**
 * How it stands with newer versions of the app. `off`: none are looked for; in a run from the sources, in a package that
 * can't replace itself, or by the policy of whoever runs this computer. `onQuit`: the person said to install it then.
 * `tampered`: what was downloaded is not what the feed says it is, and was thrown away.
 */
export type Updates =
  | { readonly state: 'off'; readonly why: 'development' | 'unsupported' | 'policy' | 'bad-policy' }
  | { readonly state: 'idle'; readonly checkedAt: Millis | null }
  | { readonly state: 'checking' }
  | { readonly state: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly state: 'ready'; readonly version: string; readonly onQuit: boolean }
  | { readonly state: 'failed'; readonly why: 'unreachable' | 'unreadable' | 'tampered' | 'not-written' };

export type UpdateFailure = Extract<Updates, { readonly state: 'failed' }>['why'];

import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { mayListen } from '#meeting/session/mayListen.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { isOurPage } from '../ipc/sender.ts';
import { mayCapture } from './phases.ts';

/** What Electron tells of a permission that a page wants, in the words of all supported versions. */
export interface PermissionFacts {
  readonly permission: string;
  /** The URL or origin of who asks. */
  readonly from: string;
  readonly isMainFrame: boolean;
  readonly isOurWindow: boolean;
  /** For `media`: what is to be opened. Empty for a display capture on older versions. */
  readonly mediaTypes: readonly string[];
}

/**
 * Whether a device may be opened now: only by our own page, only in preview or meeting, only of a kind that is wanted;
 * or the microphone to listen, for somebody muted who asked for that.
 * And whether the page may have the whole screen: in a meeting. Everything else that a page could want is denied.
 */
export function mayRequest(facts: PermissionFacts, snapshot: AppSnapshot): boolean {
  if (!isOurs(facts)) return false;
  const { capture, session } = snapshot;
  switch (facts.permission) {
    case 'media':
      if (facts.mediaTypes.length === 0) return mayShareScreen(snapshot);
      if (!mayCapture(session)) return false;
      return facts.mediaTypes.every(
        (type) => (type === 'audio' && mayHear(snapshot)) || (type === 'video' && capture.camera.wanted),
      );
    case 'display-capture':
      return mayShareScreen(snapshot);
    case 'fullscreen':
      return isInside(session);
    default:
      return false;
  }
}

function mayHear({ capture: { microphone }, session, settings }: AppSnapshot): boolean {
  return microphone.wanted || mayListen(session, microphone.wanted, settings.hearWhileMuted);
}

/** Whether the page may know of devices, by name: what a check of the permission without a request decides. */
export function mayCheck(facts: PermissionFacts, snapshot: AppSnapshot): boolean {
  return isOurs(facts) && facts.permission === 'media' && mayCapture(snapshot.session);
}

/** Whether a picture of the screen may be taken now. */
export function mayShareScreen({ capture, session }: AppSnapshot): boolean {
  return capture.screen.wanted && isInside(session);
}

const isOurs = ({ from, isMainFrame, isOurWindow }: PermissionFacts): boolean =>
  isOurWindow && isMainFrame && isOurPage(from);

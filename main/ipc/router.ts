import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';

import type { Result } from '#protocol/errors.ts';
import type { PushName, Pushes } from '#protocol/ipc/contract.ts';

import type { Dispatch } from './dispatch.ts';
import type { Sender } from './sender.ts';

/** The one channel for requests; pushes have one each. The preload script has the same names. */
const REQUEST_CHANNEL = 'parley:request';
const pushChannel = (name: PushName): string => `parley:${name}`;

/**
 * Takes requests from now on, so that a page that is quicker than main waits instead of failing. The sender is looked
 * at on arrival, because a frame that navigates away is no longer to be known afterwards.
 */
export function openRouter(isOurWindow: (contents: WebContents) => boolean, dispatch: Promise<Dispatch>): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, route: unknown, request: unknown): Promise<Result<unknown>> => {
    const sender = senderOf(event, isOurWindow);
    return (await dispatch)(sender, route, request);
  });
}

/**
 * Closes every channel that is not ours. electron-store opens one for renderers, which answers any frame with the
 * profile's path (invariant 7).
 */
export function closeForeignChannels(): void {
  ipcMain.removeAllListeners();
}

/** Sends to the page; a page that is just going away gets nothing. */
export function push<Name extends PushName>(contents: WebContents, name: Name, payload: Pushes[Name]): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(pushChannel(name), payload);
}

function senderOf(event: IpcMainInvokeEvent, isOurWindow: (contents: WebContents) => boolean): Sender {
  const frame = event.senderFrame;
  return {
    frame: frame === null ? null : { url: frame.url, isTop: frame.parent === null },
    isOurWindow: isOurWindow(event.sender),
  };
}

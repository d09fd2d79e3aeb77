import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

import type { ParleyBridge, PushName, Pushes } from '#protocol/ipc/contract.ts';

/** The only channels there are; main/ipc/router.ts has the same names. */
const REQUEST_CHANNEL = 'parley:request';
const PUSH_CHANNELS: Readonly<Record<PushName, string>> = {
  snapshot: 'parley:snapshot',
  notice: 'parley:notice',
  signal: 'parley:signal',
  show: 'parley:show',
  chat: 'parley:chat',
};

const bridge: ParleyBridge = {
  request: (route, request) => ipcRenderer.invoke(REQUEST_CHANNEL, route, request),
  on<Name extends PushName>(channel: Name, listener: (payload: Pushes[Name]) => void) {
    if (!Object.hasOwn(PUSH_CHANNELS, channel)) throw new TypeError('no such channel');
    const name = PUSH_CHANNELS[channel];
    // The event itself stays here: it would hand the page the sender.
    const heard = (_event: IpcRendererEvent, payload: Pushes[Name]): void => listener(payload);
    ipcRenderer.on(name, heard);
    return () => void ipcRenderer.removeListener(name, heard);
  },
};

contextBridge.exposeInMainWorld('parley', bridge);

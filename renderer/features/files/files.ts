import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

import { type FileId, FileMessage, type FileOffer } from '#protocol/file.ts';
import type { Incarnation, ParticipantId } from '#protocol/ids.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { type Parley, useParley } from '../../bridge/parley.ts';
import type { TalkMessage } from '../../media/talk.ts';
import { createFilesBoard, type FilesView, NO_FILES } from './filesView.ts';
import { Receiving } from './receiving.ts';
import { Sending } from './sending.ts';

/** Files between this page and others, in the meeting that I am in. */
export interface Files {
  readonly get: () => FilesView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly offer: (offer: FileOffer, blob: Blob) => void;
  readonly withdraw: (file: FileId) => void;
  readonly take: (offer: FileOffer, from: ParticipantId) => void;
  readonly decline: (offer: FileOffer, from: ParticipantId) => void;
  readonly cancel: (file: FileId) => void;
}

type Ground = Pick<Parley, 'bridge' | 'store'> & { readonly engine: Pick<Parley['engine'], 'talk'> };

const all = new WeakMap<Ground['bridge'], Files>();

/** The files of this page: one for as long as it lives. */
export function filesOf(ground: Ground): Files {
  const files = all.get(ground.bridge) ?? createFiles(ground);
  all.set(ground.bridge, files);
  return files;
}

export function useFiles(): FilesView & Omit<Files, 'get' | 'subscribe'> {
  const files = filesOf(useParley());
  return { ...useSyncExternalStore(files.subscribe, files.get), ...files };
}

const meetingIn = (snapshot: AppSnapshot | null): Incarnation | null =>
  snapshot !== null && isInside(snapshot.session) ? snapshot.session.incarnation : null;

const Said = v.pipe(v.string(), v.parseJson(), FileMessage);

export function createFiles({ bridge, store, engine: { talk } }: Ground): Files {
  const board = createFilesBoard();
  const sending = new Sending(talk, board);
  const receiving = new Receiving(talk, bridge, board);
  let meeting = meetingIn(store.get());

  talk.listen('file', {
    onMessage: (from: ParticipantId, message: TalkMessage) => {
      if (typeof message !== 'string') {
        receiving.bytes(from, message);
        return;
      }
      const said = v.safeParse(Said, message);
      if (!said.success) return;
      sending.heard(from, said.output);
      receiving.heard(from, said.output);
    },
    onOpen: (peer) => receiving.opened(peer),
  });

  store.subscribe(() => {
    const session = store.get()?.session;
    const inside = session !== undefined && isInside(session) ? session : null;
    const now = meetingIn(store.get());
    if (now !== meeting) {
      meeting = now;
      sending.forget();
      receiving.forget();
      board.change(() => NO_FILES);
    }
    if (inside === null) return;
    const isThere = (participant: ParticipantId): boolean => participantOf(inside.room, participant) !== null;
    sending.left(isThere);
    receiving.left(isThere);
  });

  return {
    get: board.get,
    subscribe: board.subscribe,
    offer: (offer, blob) => sending.offer(offer, blob),
    withdraw: (file) => sending.withdraw(file),
    take: (offer, from) => void receiving.take(offer, from),
    decline: (offer, from) => receiving.decline(offer, from),
    cancel: (file) => receiving.cancel(file),
  };
}

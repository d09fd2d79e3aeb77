import { createRoomByApi, issueTokenByApi } from './api/entering.ts';
import { admitByApi, listWaiting, refuseEntryByApi, setLobby } from './api/lobby.ts';
import {
  endRoom,
  limitSpeakers,
  lockRoom,
  removeParticipant,
  unbarPrincipal,
  unlockRoomByApi,
} from './api/moderation.ts';
import { listBarred, listParticipants, listRooms, readRoom } from './api/reading.ts';
import { health, ready } from './health.ts';
import { issueJoinToken } from './joinTokens.ts';
import { metricsRoute } from './metrics.ts';
import { openApiRoute } from './openApi.ts';
import type { Route } from './route.ts';
import { createRoom } from './rooms.ts';
import { unlockRoom } from './unlock.ts';

/** Everything that is served over HTTP: what is not here is not there. */
export const ROUTES: readonly Route[] = [
  createRoom,
  issueJoinToken,
  unlockRoom,
  createRoomByApi,
  listRooms,
  readRoom,
  issueTokenByApi,
  listParticipants,
  removeParticipant,
  listBarred,
  unbarPrincipal,
  endRoom,
  limitSpeakers,
  setLobby,
  listWaiting,
  admitByApi,
  refuseEntryByApi,
  lockRoom,
  unlockRoomByApi,
  health,
  ready,
  metricsRoute,
  openApiRoute(() => ROUTES),
];

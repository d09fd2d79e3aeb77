import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { Command } from '#protocol/wire/command.ts';
import { decideAskToUnmute, decideDeclineUnmute } from './decideAsk.ts';
import { decideChat } from './decideChat.ts';
import { decideExpireLost, decideLoseConnection, decideResume } from './decideConnection.ts';
import { decideCreate } from './decideCreate.ts';
import { decideClose, decideCloseEmpty, decideEndByApi, decideEndRoom, decideEnforce } from './decideEnd.ts';
import { decideCancelEnd, decideEndAsScheduled, decideScheduleEnd } from './decideScheduledEnd.ts';
import { decideLowerHand, decideRaiseHand } from './decideHand.ts';
import { decideSetRecording } from './recording.ts';
import { decideSpotlight } from './decideSpotlight.ts';
import { decideJoin } from './decideJoin.ts';
import { decideLeave } from './decideLeave.ts';
import {
  decideAdmit,
  decideAdmitByApi,
  decideRefuseEntry,
  decideRefuseEntryByApi,
  decideSendToLobby,
  decideSetLobby,
  decideSetLobbyByApi,
  decideWithdraw,
} from './decideLobby.ts';
import { decideLock, decideLockByApi, decideUnlock, decideUnlockByApi } from './decideLock.ts';
import { decideMute } from './decideMute.ts';
import { decideReact, decideRename, decideSetMediaState } from './decideOneself.ts';
import { decideRemove, decideRemoveByApi, decideUnbar, decideUnbarByApi } from './decideRemove.ts';
import { decideAssignRole, decideChangeRole } from './decideRole.ts';
import { decideAnswerShare, decideAskToShare, decideWithdrawShareAsk } from './decideShare.ts';
import { decideDefineRoles, decideSetSpeakerLimit } from './decideTable.ts';
import { refuse } from './decision.ts';
import type { Decision, Order, ServerOrder } from './order.ts';

/**
 * What an order comes to in this state of the room: events to append, or why not. The only place where anything about
 * a room is decided. Rights are read from the room as it is now (invariant 6), never from what a token once said. What
 * each order is refused with stands at its schema in protocol/wire/command.ts and in order.ts; everything but `create`
 * is refused with `room-not-found` where there is no room.
 */
export function decide(room: Room | null, order: Order): Decision {
  if (isServerOrder(order)) {
    if (order.command.type === 'create') return decideCreate(room, order.command, order.at);
    return room ? decideServerOrder(room, order.command, order.at) : refuse('room-not-found');
  }
  return room ? decideCommand(room, order.command, order.by.principal, order.at) : refuse('room-not-found');
}

type OrderByServer = Extract<Order, { readonly by: { readonly kind: 'server' } }>;

function isServerOrder(order: Order): order is OrderByServer {
  return order.by.kind === 'server';
}

function decideCommand(room: Room, command: Command, by: PrincipalId, at: Millis): Decision {
  switch (command.type) {
    case 'leave':
      return decideLeave(room, command, by, at);
    case 'end-room':
      return decideEndRoom(room, command, by, at);
    case 'schedule-end':
      return decideScheduleEnd(room, command, by, at);
    case 'cancel-end':
      return decideCancelEnd(room, by, at);
    case 'remove':
      return decideRemove(room, command, by, at);
    case 'lock':
      return decideLock(room, by, at);
    case 'unlock':
      return decideUnlock(room, by, at);
    case 'change-role':
      return decideChangeRole(room, command, by, at);
    case 'set-media-state':
      return decideSetMediaState(room, command, by, at);
    case 'rename':
      return decideRename(room, command, by, at);
    case 'mute':
      return decideMute(room, command, by, at);
    case 'ask-to-unmute':
      return decideAskToUnmute(room, command, by, at);
    case 'decline-unmute':
      return decideDeclineUnmute(room, by, at);
    case 'ask-to-share':
      return decideAskToShare(room, by, at);
    case 'withdraw-share-ask':
      return decideWithdrawShareAsk(room, by, at);
    case 'answer-share':
      return decideAnswerShare(room, command, by, at);
    case 'unbar':
      return decideUnbar(room, command, by, at);
    case 'set-lobby':
      return decideSetLobby(room, command, by, at);
    case 'admit':
      return decideAdmit(room, command, by, at);
    case 'refuse-entry':
      return decideRefuseEntry(room, command, by, at);
    case 'send-to-lobby':
      return decideSendToLobby(room, command, by, at);
    case 'raise-hand':
      return decideRaiseHand(room, command, by, at);
    case 'lower-hand':
      return decideLowerHand(room, command, by, at);
    case 'react':
      return decideReact(room, by);
    case 'spotlight':
      return decideSpotlight(room, command, by, at);
    case 'set-recording':
      return decideSetRecording(room, command, by, at);
    case 'chat':
      return decideChat(room, command, by, at);
  }
}

function decideServerOrder(room: Room, order: Exclude<ServerOrder, { type: 'create' }>, at: Millis): Decision {
  switch (order.type) {
    case 'join':
      return decideJoin(room, order, at);
    case 'lose-connection':
      return decideLoseConnection(room, order, at);
    case 'resume':
      return decideResume(room, order, at);
    case 'expire-lost':
      return decideExpireLost(room, order, at);
    case 'close-empty':
      return decideCloseEmpty(room, at);
    case 'close':
      return decideClose(room, order, at);
    case 'enforce':
      return decideEnforce(room, order, at);
    case 'end-as-scheduled':
      return decideEndAsScheduled(room, at);
    case 'end-by-api':
      return decideEndByApi(room, order, at);
    case 'remove-by-api':
      return decideRemoveByApi(room, order, at);
    case 'unbar-by-api':
      return decideUnbarByApi(room, order, at);
    case 'lock-by-api':
      return decideLockByApi(room, at);
    case 'unlock-by-api':
      return decideUnlockByApi(room, at);
    case 'withdraw-knock':
      return decideWithdraw(room, order, at);
    case 'set-lobby-by-api':
      return decideSetLobbyByApi(room, order, at);
    case 'admit-by-api':
      return decideAdmitByApi(room, order, at);
    case 'refuse-entry-by-api':
      return decideRefuseEntryByApi(room, order, at);
    case 'assign-role':
      return decideAssignRole(room, order, at);
    case 'define-roles':
      return decideDefineRoles(room, order, at);
    case 'set-speaker-limit':
      return decideSetSpeakerLimit(room, order, at);
  }
}

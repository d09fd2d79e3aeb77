import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { MediaState } from '#protocol/room.ts';
import type { Role } from '#protocol/roles.ts';
import type { Command, CommandRequest } from '#protocol/wire/command.ts';

/** Whom a command may be about. */
export interface Cast {
  readonly giver: ParticipantId;
  /** Somebody else who is there. */
  readonly other: ParticipantId;
  /** Nobody: who had that id has left. */
  readonly gone: ParticipantId;
  readonly barred: PrincipalId;
}

const OFF: MediaState = { microphone: false, camera: false, screen: false };

/** Every command that there is, in each way that it may be refused for another reason. A new one has to be added. */
const BY_TYPE: { readonly [Type in Command['type']]: (cast: Cast) => Readonly<Record<string, CommandRequest>> } = {
  leave: ({ other, gone }) => ({
    leave: { type: 'leave' },
    'leave for another meeting': { type: 'leave', switching: true },
    'leave for being alone': { type: 'leave', policy: 'alone' },
    'leave and hand over': { type: 'leave', handOverTo: other },
    'leave and hand over to nobody': { type: 'leave', handOverTo: gone },
  }),
  'end-room': () => ({
    end: { type: 'end-room', reason: 'Why', lock: false },
    'end and lock': { type: 'end-room', reason: 'Why', lock: true },
  }),
  'schedule-end': () => ({
    'schedule an end': { type: 'schedule-end', reason: '', lock: false, inMs: 60_000 },
    'schedule an end with a lock': { type: 'schedule-end', reason: '', lock: true, inMs: 60_000 },
  }),
  'cancel-end': () => ({ 'call the end off': { type: 'cancel-end' } }),
  remove: ({ giver, other, gone }) => ({
    remove: { type: 'remove', participant: other, reason: '', bar: false },
    bar: { type: 'remove', participant: other, reason: '', bar: true },
    'remove nobody': { type: 'remove', participant: gone, reason: '', bar: false },
    'remove oneself': { type: 'remove', participant: giver, reason: '', bar: false },
  }),
  lock: () => ({ lock: { type: 'lock' } }),
  unlock: () => ({ unlock: { type: 'unlock' } }),
  'change-role': ({ giver, other, gone }) => ({
    ...changes('another', other, ['host', 'co-host', 'guest', 'viewer', 'no-such-role']),
    ...changes('oneself', giver, ['host', 'co-host', 'guest', 'viewer']),
    ...changes('nobody', gone, ['guest']),
  }),
  'set-media-state': () => ({
    'switch all off': { type: 'set-media-state', media: OFF },
    'switch the microphone on': { type: 'set-media-state', media: { ...OFF, microphone: true } },
    'share the screen': { type: 'set-media-state', media: { ...OFF, screen: true } },
  }),
  rename: () => ({ rename: { type: 'rename', name: 'Another name' } }),
  mute: ({ giver, other, gone }) => ({
    'mute another': { type: 'mute', participant: other, media: ['microphone'] },
    'stop the video of another': { type: 'mute', participant: other, media: ['camera', 'screen'] },
    'mute all': { type: 'mute', participant: 'all', media: ['microphone'] },
    'mute nobody': { type: 'mute', participant: gone, media: ['microphone'] },
    'mute oneself': { type: 'mute', participant: giver, media: ['microphone'] },
  }),
  'ask-to-unmute': ({ other, gone }) => ({
    'ask another to unmute': { type: 'ask-to-unmute', participant: other, media: ['microphone'] },
    'ask nobody to unmute': { type: 'ask-to-unmute', participant: gone, media: ['microphone'] },
  }),
  'decline-unmute': () => ({ 'decline to unmute': { type: 'decline-unmute' } }),
  unbar: ({ barred }) => ({
    unbar: { type: 'unbar', principal: barred },
    'unbar who is not barred': { type: 'unbar', principal: 'nobody-who-was-ever-barred' as PrincipalId },
  }),
  'set-lobby': () => ({
    'switch the lobby on': { type: 'set-lobby', on: true },
    'switch the lobby off': { type: 'set-lobby', on: false },
  }),
  admit: ({ barred }) => ({
    'let all in': { type: 'admit', principal: 'all' },
    'let nobody in': { type: 'admit', principal: barred },
  }),
  'refuse-entry': ({ barred }) => ({
    'turn nobody away': { type: 'refuse-entry', principal: barred, reason: '', bar: false },
    'turn nobody away for good': { type: 'refuse-entry', principal: barred, reason: '', bar: true },
  }),
  'send-to-lobby': ({ giver, other, gone }) => ({
    'send another to the lobby': { type: 'send-to-lobby', participant: other, reason: '' },
    'send nobody to the lobby': { type: 'send-to-lobby', participant: gone, reason: '' },
    'send oneself to the lobby': { type: 'send-to-lobby', participant: giver, reason: '' },
  }),
  'ask-to-share': () => ({ 'ask to share': { type: 'ask-to-share' } }),
  'withdraw-share-ask': () => ({ 'not share after all': { type: 'withdraw-share-ask' } }),
  'answer-share': () => ({
    'let another share': { type: 'answer-share', accept: true },
    'go on sharing': { type: 'answer-share', accept: false },
  }),
  'raise-hand': () => ({
    'raise a hand': { type: 'raise-hand', raised: true },
    'lower one’s own hand': { type: 'raise-hand', raised: false },
  }),
  'lower-hand': ({ giver, other, gone }) => ({
    'lower the hand of another': { type: 'lower-hand', participant: other },
    'lower all hands': { type: 'lower-hand', participant: 'all' },
    'lower the hand of nobody': { type: 'lower-hand', participant: gone },
    'lower the hand of oneself': { type: 'lower-hand', participant: giver },
  }),
  react: () => ({ react: { type: 'react', reaction: 'applause' } }),
  'set-recording': () => ({
    record: { type: 'set-recording', on: true },
    'stop recording': { type: 'set-recording', on: false },
  }),
  spotlight: ({ giver, other, gone }) => ({
    'show another large to everybody': { type: 'spotlight', participant: other },
    'show oneself large to everybody': { type: 'spotlight', participant: giver },
    'show somebody who is gone large': { type: 'spotlight', participant: gone },
    'show nobody large': { type: 'spotlight', participant: null },
  }),
  chat: () => ({
    'say something': { type: 'chat', sealed: 'c2VhbGVk' },
    'say too much': { type: 'chat', sealed: 'c2Vh'.repeat(10_000) },
  }),
};

function changes(who: string, participant: ParticipantId, roles: readonly Role[]) {
  const named = roles.map((role) => [`make ${who} ${role}`, { type: 'change-role', participant, role }] as const);
  return Object.fromEntries<CommandRequest>(named);
}

/** All of them, by what they are. */
export const commandsFor = (cast: Cast): Readonly<Record<string, CommandRequest>> =>
  Object.assign({}, ...Object.values(BY_TYPE).map((commands) => commands(cast)));

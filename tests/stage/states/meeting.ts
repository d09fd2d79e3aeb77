import type { Notice } from '#protocol/ipc/notice.ts';
import type { Reaction } from '#protocol/reaction.ts';
import type { Knock, Participant } from '#protocol/room.ts';

import { HERE, idOf, joined, nameOf, NOW, person, reconnecting, roomOf, THERE } from '../room.ts';
import { OFF, snapshotOf } from '../snapshot.ts';
import type { StageState } from '../states.ts';
import { STAGE_STATES } from './stage.ts';

const host = person(0, { role: 'host' });
const muted = { microphone: false, camera: true, screen: false };
const silent = { microphone: false, camera: false, screen: false };
const noPicture = { microphone: true, camera: false, screen: false };

/** A mixed crowd: every third muted, every fourth without a picture. */
const crowd = (count: number): readonly Participant[] =>
  Array.from({ length: count }, (_, index) => {
    if (index === 0) return host;
    const media = index % 12 === 0 ? silent : index % 3 === 0 ? muted : index % 4 === 0 ? noPicture : undefined;
    return person(index, media ? { media } : {});
  });

const asGuest = (people: readonly Participant[]): readonly Participant[] =>
  people.map((one, index) => (index < 2 ? { ...one, role: index === 1 ? 'host' : 'guest' } : one));

const two = joined(crowd(2));
const five = joined(crowd(5));
const locked = joined(crowd(5), {
  room: roomOf(crowd(5), { lock: { by: { participant: idOf(0), name: nameOf(0) }, at: NOW } }),
});
const shaky = joined([
  host,
  person(1),
  person(2, { connection: 'lost', lostAt: NOW - 5000, media: muted }),
  person(3, { media: silent }),
]);

const ALL_OFF = { microphone: OFF, camera: OFF, screen: OFF };

/** A co-host, a guest and a viewer beside the host. */
const mixed = joined([host, person(1, { role: 'co-host' }), person(2), person(3, { role: 'viewer', media: silent })]);
const watching = [person(0, { role: 'viewer', media: silent }), person(1, { role: 'host' }), person(2)];
const asWatchingForNow = joined(watching, { target: THERE });
const asWatching = joined(watching, {
  target: THERE,
  room: roomOf(watching, { roles: { 'principal-0': 'viewer', 'principal-1': 'host' } }),
});

/** In ten seconds, by Ben. */
const ENDING = {
  by: { participant: idOf(1), name: nameOf(1) },
  principal: person(1).principal,
  note: 'The next group needs the room.',
  locked: false,
  endsAt: NOW + 10_000,
};

const knock = (index: number, agoMs: number, appeal?: string): Knock => ({
  principal: `principal-${index}` as Knock['principal'],
  name: nameOf(index),
  at: NOW - agoMs,
  ...(appeal !== undefined && { appeal }),
});
const behindLobby = (...knocks: readonly Knock[]) =>
  joined(crowd(5), {
    room: roomOf(crowd(5), {
      lobby: { by: { participant: idOf(0), name: nameOf(0) }, at: NOW - 300_000 },
      waiting: Object.fromEntries(knocks.map((each) => [each.principal, each])),
    }),
  });
const waitedFor = behindLobby(
  knock(20, 95_000),
  knock(21, 12_000),
  knock(22, 4_000, 'That was my son on the keyboard. Sorry!'),
);
const oneWaits = behindLobby(knock(20, 95_000));

const barred = joined(crowd(5), {
  room: roomOf(crowd(5), {
    barred: {
      'principal-20': { name: nameOf(7), by: { participant: idOf(0), name: nameOf(0) }, at: NOW - 240_000 },
      'principal-21': { name: nameOf(4), by: null, at: NOW - 86_400_000 },
    },
  }),
});

/** The room was opened 754 s ago. */
const limited = (durationMs: number) => ({ durationMs, noHostMs: null, since: 0 });

/** Links of all kinds. */
const GRADES = { [idOf(1)]: 'good', [idOf(2)]: 'fair', [idOf(3)]: 'poor', [idOf(4)]: 'good' } as const;

/** Ben's hand went up first, then Goran's and mine. */
const eager = joined(crowd(5), {
  room: roomOf(crowd(5), {
    hands: [1, 4, 0].map((index, place) => ({ participant: idOf(index), at: NOW - 60_000 + place * 1000 })),
  }),
});
const reacted = (index: number, reaction: Reaction): Notice => ({
  type: 'reacted',
  participantId: idOf(index),
  name: nameOf(index),
  reaction,
  at: NOW,
});

const RECORDING = {
  id: 'one',
  state: 'on',
  file: '/home/ana/Videos/Parley/Parley kfr-wmbe-tqa 2026-11-20 14.29.webm',
  since: NOW - 60_000,
  problem: null,
} as const;

/** The meeting, its panel, menus and dialogs. */
export const MEETING_STATES = {
  'meeting-switching': {
    snapshot: snapshotOf(two, { switchingTo: { ...THERE, room: 'bqz-hdul-mre' as typeof THERE.room } }),
  },
  'meeting-switch-dialog': { snapshot: snapshotOf(five), steps: [{ press: 'Go to another meeting' }] },
  'meeting-alone': { snapshot: snapshotOf(joined([host])) },
  'meeting-alone-loopback': {
    snapshot: snapshotOf(joined([host]), { hosting: { state: 'loopback', addresses: ['127.0.0.1:46011'] } }),
  },
  'meeting-2': { snapshot: snapshotOf(two), speaking: [idOf(1)] },
  'meeting-2-guest': {
    snapshot: snapshotOf(joined(asGuest(crowd(2)), { target: THERE }), { hosting: { state: 'off' } }),
  },
  'meeting-viewer': { snapshot: snapshotOf(asWatching, { capture: ALL_OFF }), speaking: [idOf(1)] },
  'meeting-viewer-for-now': { snapshot: snapshotOf(asWatchingForNow, { capture: ALL_OFF }) },
  'meeting-people-roles': { snapshot: snapshotOf(mixed), steps: [{ press: 'People' }] },
  'meeting-person-menu-roles': {
    snapshot: snapshotOf(mixed),
    steps: [{ press: 'People' }, { press: `More about ${nameOf(2)}` }],
  },
  'meeting-unheard': {
    snapshot: snapshotOf(joined([{ ...host, media: silent }, person(1)]), {
      capture: { microphone: OFF, camera: OFF, screen: OFF },
    }),
    unheard: true,
  },
  'people-quality': { snapshot: snapshotOf(five), steps: [{ press: 'People' }], grades: GRADES, speaking: [idOf(2)] },
  'connection-dialog': {
    snapshot: snapshotOf(five),
    steps: [
      { press: 'People' },
      { press: `More about ${nameOf(1)}` },
      { press: 'Connection details', role: 'menuitem' },
    ],
    grades: GRADES,
  },
  'meeting-network-poor': {
    snapshot: snapshotOf(five),
    grades: Object.fromEntries([1, 2, 3, 4].map((index) => [idOf(index), 'poor'])),
  },
  'meeting-hands': { snapshot: snapshotOf(eager) },
  'people-hands': { snapshot: snapshotOf(eager), steps: [{ press: 'People' }] },
  'reactions-palette': { snapshot: snapshotOf(five), steps: [{ press: 'Reactions' }] },
  'meeting-reactions': {
    snapshot: snapshotOf(five),
    told: [reacted(1, 'applause'), reacted(2, 'celebrate'), reacted(2, 'heart'), reacted(0, 'laugh')],
  },
  'meeting-50-reactions': {
    snapshot: snapshotOf(joined(crowd(50))),
    told: [reacted(3, 'applause'), reacted(44, 'applause'), reacted(45, 'thinking'), reacted(46, 'thumbs-up')],
  },
  'meeting-5': { snapshot: snapshotOf(five), speaking: [idOf(2)] },
  'meeting-17': { snapshot: snapshotOf(joined(crowd(17))), speaking: [idOf(4)] },
  'meeting-50': { snapshot: snapshotOf(joined(crowd(50))), speaking: [idOf(5)] },
  'meeting-50-second-page': { snapshot: snapshotOf(joined(crowd(50))), steps: [{ press: 'Next page' }] },
  ...STAGE_STATES,
  'meeting-muted': {
    snapshot: snapshotOf(joined([{ ...host, media: silent }, person(1)]), {
      capture: { microphone: OFF, camera: OFF, screen: OFF },
    }),
  },
  'meeting-marks': {
    snapshot: snapshotOf(shaky),
    speaking: [idOf(1)],
    links: { [idOf(3)]: 'connecting' },
  },
  'meeting-device-trouble': {
    snapshot: snapshotOf(two, {
      capture: {
        microphone: { wanted: true, live: false, error: 'capture-busy', deviceId: null },
        camera: OFF,
        screen: OFF,
      },
    }),
  },
  'meeting-reconnecting': { snapshot: snapshotOf(reconnecting(five)) },
  'meeting-limited': { snapshot: snapshotOf(joined(crowd(5), { policies: limited(60 * 60_000) })) },
  'meeting-limited-soon': { snapshot: snapshotOf(joined(crowd(5), { policies: limited(754_000 + 9 * 60_000) })) },
  'meeting-limited-last': { snapshot: snapshotOf(joined(crowd(5), { policies: limited(754_000 + 40_000) })) },
  'meeting-without-host': {
    snapshot: snapshotOf(
      joined([person(0), person(1)], {
        room: roomOf([person(0), person(1)], { hostlessSince: NOW - 570_000 }),
        policies: { durationMs: null, noHostMs: 600_000, since: 0 },
      }),
    ),
  },
  'meeting-ending': {
    snapshot: snapshotOf(joined(crowd(5), { room: roomOf(crowd(5), { scheduledEnd: ENDING }) })),
  },
  'meeting-ending-guest': {
    snapshot: snapshotOf(
      joined(asGuest(crowd(2)), {
        room: roomOf(asGuest(crowd(2)), { scheduledEnd: { ...ENDING, note: '', locked: true } }),
      }),
    ),
  },
  'meeting-locked': { snapshot: snapshotOf(locked) },
  'people-host': { snapshot: snapshotOf(locked), steps: [{ press: 'People' }] },
  'people-waiting': { snapshot: snapshotOf(waitedFor), steps: [{ press: 'People' }] },
  'meeting-waited-for': { snapshot: snapshotOf(waitedFor) },
  'refuse-dialog': {
    snapshot: snapshotOf(oneWaits),
    steps: [{ press: 'People' }, { press: 'Refuse' }],
  },
  'send-back-dialog': {
    snapshot: snapshotOf(waitedFor),
    steps: [
      { press: 'People' },
      { press: `More about ${nameOf(1)}` },
      { press: 'Send back to the lobby', role: 'menuitem' },
    ],
  },
  'people-guest': {
    snapshot: snapshotOf(joined(asGuest(crowd(5)), { target: THERE }), { hosting: { state: 'off' } }),
    steps: [{ press: 'People' }],
  },
  'people-50': { snapshot: snapshotOf(joined(crowd(50))), steps: [{ press: 'People' }] },
  'people-barred': { snapshot: snapshotOf(barred), steps: [{ press: 'People' }] },
  'mute-everyone': { snapshot: snapshotOf(five), steps: [{ press: 'People' }, { press: 'Mute everyone' }] },
  'person-menu-muted': {
    snapshot: snapshotOf(shaky),
    steps: [{ press: 'People' }, { press: `More about ${nameOf(3)}` }],
  },
  'person-menu': { snapshot: snapshotOf(five), steps: [{ press: 'People' }, { press: `More about ${nameOf(1)}` }] },
  rename: {
    snapshot: snapshotOf(two),
    steps: [{ press: 'People' }, { press: `More about ${nameOf(0)}` }, { press: 'Change your name', role: 'menuitem' }],
  },
  shortcuts: { snapshot: snapshotOf(two), steps: [{ press: 'Keyboard shortcuts' }] },
  'device-menu': { snapshot: snapshotOf(two), steps: [{ press: 'Choose camera' }] },
  'record-dialog': { snapshot: snapshotOf(two), steps: [{ press: 'Record' }] },
  'meeting-recorded-by-me': {
    snapshot: snapshotOf(joined([{ ...host, recordingSince: NOW - 60_000 }, person(1)]), { recording: RECORDING }),
  },
  'meeting-recorded': {
    snapshot: snapshotOf(joined([host, { ...person(1), recordingSince: NOW - 60_000 }])),
  },
  'meeting-recording-disk-full': {
    snapshot: snapshotOf(two, { recording: { ...RECORDING, state: 'kept', problem: 'disk-full' } }),
  },
  'device-menu-microphone': { snapshot: snapshotOf(two), steps: [{ press: 'Choose microphone' }] },
  'leave-menu': { snapshot: snapshotOf(five), steps: [{ press: 'Leave' }] },
  'leave-menu-offline': { snapshot: snapshotOf(reconnecting(five)), steps: [{ press: 'Leave' }] },
  'end-dialog': { snapshot: snapshotOf(five), steps: [{ press: 'End for everyone' }] },
  'end-dialog-filled': {
    snapshot: snapshotOf(five),
    steps: [
      { press: 'End for everyone' },
      { fill: 'Reason', with: 'We have decided. Thank you all, notes follow by mail.' },
      { press: 'Lock the meeting so nobody can rejoin', role: 'switch' },
    ],
  },
  'end-dialog-offline': {
    snapshot: snapshotOf(reconnecting(five)),
    steps: [{ press: 'End for everyone' }, { press: 'End for everyone' }],
  },
  'remove-dialog': {
    snapshot: snapshotOf(five),
    steps: [{ press: 'People' }, { press: `Remove ${nameOf(1)}` }],
  },
  'remove-dialog-filled': {
    snapshot: snapshotOf(five),
    steps: [
      { press: 'People' },
      { press: `Remove ${nameOf(4)}` },
      { fill: 'Reason', with: 'This meeting is for the finance team.' },
      { press: "Don't let them back in", role: 'switch' },
    ],
  },
  'meeting-elsewhere': { snapshot: snapshotOf(joined(crowd(2), { target: { ...HERE, hosted: false } })) },
} as const satisfies Record<string, StageState>;

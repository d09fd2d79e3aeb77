import { describe, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { departures, exitNotices, vanished } from '#meeting/session/notices.ts';
import { reasonOf } from '#meeting/reason.ts';

import { ANA, AT, BEN, removal, room, sessions } from './fixtures.ts';

const CLEO = 'cleo-0000001' as ParticipantId;

const left = (participant: ParticipantId, type: ReasonType): RoomEvent => ({
  type: 'participant-left',
  participant,
  reason: reasonOf(type),
  by: null,
  note: '',
  barred: null,
  at: AT,
});

describe('participant-left', () => {
  test.each<ReasonType>([
    'WEBSOCKET_DISCONNECTED',
    'REMOVE_PEER',
    'REMOVE_PEER_VIEWER_MODE_CHANGED',
    'REMOVE_PEER_MEDIA_RELAY_STOP',
    'SWITCH_ROOM',
    'UNKNOWN',
    'REMOVE_PEER_API',
    'MANUAL_LEAVE_CALLED',
  ])('names who went and carries the reason %s', (type) => {
    expect(departures(room, [left(BEN, type)], ANA)).toEqual([
      { type: 'participant-left', participantId: BEN, name: 'Ben', reason: reasonOf(type), at: AT },
    ]);
  });

  test('is not told of oneself, nor of a device that was taken over, nor of an end', () => {
    const silent: readonly RoomEvent[] = [
      left(ANA, 'MANUAL_LEAVE_CALLED'),
      {
        type: 'participant-taken-over',
        participant: BEN,
        name: 'Ben',
        media: { microphone: false, camera: false, screen: false },
        at: AT,
      },
      { type: 'room-ended', ending: { cause: 'participant', by: null, note: '', locked: false, at: AT } },
    ];
    expect(departures(room, silent, ANA)).toEqual([]);
  });

  test('uses the name of the moment, also of who came and went in one burst', () => {
    const ben = room.participants[BEN];
    if (ben === undefined) throw new Error('Ben is not in the room');
    const burst: readonly RoomEvent[] = [
      { type: 'participant-joined', participant: { ...ben, id: CLEO, name: 'Cleo' }, at: AT },
      { type: 'participant-renamed', participant: CLEO, name: 'Cleo B.', at: AT },
      left(CLEO, 'MANUAL_LEAVE_CALLED'),
      { type: 'participant-renamed', participant: BEN, name: 'Benjamin', at: AT },
      left(BEN, 'REMOVE_PEER'),
    ];
    expect(departures(room, burst, ANA)).toMatchObject([
      { name: 'Cleo B.', reason: { code: 1101 } },
      { name: 'Benjamin', reason: { code: 1002 } },
    ]);
  });

  test('is told of who is missing from a snapshot, as unknown and never as a leave', () => {
    const { [BEN]: _ben, ...rest } = room.participants;
    expect(vanished(room, { ...room, participants: rest }, new Set([ANA]), AT)).toEqual([
      { type: 'participant-left', participantId: BEN, name: 'Ben', reason: reasonOf('UNKNOWN'), at: AT },
    ]);
    expect(vanished(room, { ...room, participants: {} }, new Set([ANA, BEN]), AT)).toEqual([]);
  });
});

test('an exit is told as meeting-left, after the removal if it was one', () => {
  const { exit } = sessions.over;
  const left = { type: 'meeting-left', reason: exit.reason, at: exit.at };
  expect(exitNotices(exit)).toEqual([left]);
  expect(exitNotices({ ...exit, removal })).toEqual([removal, left]);
});

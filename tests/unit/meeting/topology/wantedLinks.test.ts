import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'valibot';

import { linkId, wantedLinks } from '#meeting/topology/wantedLinks.ts';
import { LinkId, type ParticipantId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';

const participant = (id: string, joinedAt: number, connection: 'live' | 'lost' = 'live'): Participant =>
  ({ id, joinedAt, connection }) as unknown as Participant;

const room = (...people: readonly Participant[]): Room =>
  ({ participants: Object.fromEntries(people.map((person) => [person.id, person])) }) as unknown as Room;

const id = (text: string) => text as ParticipantId;

const rooms = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[A-Za-z0-9_-]{8,12}$/),
      // Few values, so that many join in the same millisecond.
      joinedAt: fc.integer({ min: 1, max: 3 }),
      connection: fc.constantFrom('live' as const, 'lost' as const),
    }),
    { selector: (one) => one.id, maxLength: 8 },
  )
  .map((people) => room(...people.map((one) => participant(one.id, one.joinedAt, one.connection))));

test('each pair has one link, named alike on both sides, and exactly one of the two offers', () => {
  fc.assert(
    fc.property(rooms, (meeting) => {
      const ids = Object.keys(meeting.participants).map(id);
      const seen = new Map(ids.map((me) => [me, new Map(wantedLinks(meeting, me).map((link) => [link.peer, link]))]));
      for (const me of ids) {
        expect([...(seen.get(me)?.keys() ?? [])].sort()).toEqual(ids.filter((other) => other !== me).sort());
        for (const [peer, mine] of seen.get(me) ?? []) {
          const theirs = seen.get(peer)?.get(me);
          expect(theirs?.link).toBe(mine.link);
          expect(theirs?.initiator).toBe(!mine.initiator);
        }
      }
    }),
  );
});

test('the order in which a room lists its participants changes nothing', () => {
  fc.assert(
    fc.property(rooms, (meeting) => {
      const backwards = room(...Object.values(meeting.participants).reverse());
      for (const me of Object.keys(meeting.participants).map(id)) {
        expect(wantedLinks(backwards, me)).toEqual(wantedLinks(meeting, me));
      }
    }),
  );
});

test('a newcomer offers to everybody who was there, the longest present first', () => {
  const meeting = room(participant('newcomer', 30), participant('bbbbbbbb', 20), participant('aaaaaaaa', 10));
  expect(wantedLinks(meeting, id('newcomer'))).toEqual([
    { peer: 'aaaaaaaa', link: 'aaaaaaaa~newcomer', initiator: true },
    { peer: 'bbbbbbbb', link: 'bbbbbbbb~newcomer', initiator: true },
  ]);
  expect(wantedLinks(meeting, id('aaaaaaaa')).map(({ initiator }) => initiator)).toEqual([false, false]);
});

test('ids settle who offers where two joined in the same millisecond', () => {
  const meeting = room(participant('aaaaaaaa', 10), participant('bbbbbbbb', 10));
  expect(wantedLinks(meeting, id('aaaaaaaa'))[0]?.initiator).toBe(false);
  expect(wantedLinks(meeting, id('bbbbbbbb'))[0]?.initiator).toBe(true);
});

test('a participant whose connection is lost keeps its link', () => {
  const meeting = room(participant('aaaaaaaa', 10), participant('bbbbbbbb', 20, 'lost'));
  expect(wantedLinks(meeting, id('aaaaaaaa'))).toHaveLength(1);
});

test('whoever is not in the room has no link', () => {
  expect(wantedLinks(room(participant('aaaaaaaa', 10)), id('bbbbbbbb'))).toEqual([]);
});

test('link ids are in code-point order, as the wire wants them', () => {
  // '_' comes after upper case and before lower case; a locale would order otherwise.
  expect(linkId(id('b_______'), id('B_______'))).toBe('B_______~b_______');
  expect(linkId(id('--------'), id('________'))).toBe('--------~________');
  expect(parse(LinkId, linkId(id('bbbbbbbb'), id('aaaaaaaa')))).toBe('aaaaaaaa~bbbbbbbb');
});

import { openAskOf } from '#meeting/room/asks.ts';
import { isHandRaised, raisedHands } from '#meeting/room/hands.ts';
import { everyoneWaiting, isAppeal, isLobbyOn, knockOf } from '#meeting/room/lobby.ts';
import { everyone, mayIn, participantOf } from '#meeting/room/selectors.ts';
import { spotlit } from '#meeting/room/spotlight.ts';
import { MediaKind } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { en } from '#languages/en/en.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

export interface News {
  readonly key: keyof (typeof en)['happened'];
  readonly name: string;
  /** False where a banner shows it already. */
  readonly shown: boolean;
}

/** More than this many at once are not called out one by one. */
const MOST = 3;

/**
 * What there is to tell between two states of the same stay. Who went, and whose
 * role changed, is not among it: that has a reason, or somebody who did it, which come by notice. At the beginning it is only that I am in.
 */
export function roomNews(before: Inside | null, now: Inside): readonly News[] {
  if (before === null || before.incarnation !== now.incarnation || before.me !== now.me) {
    return [{ key: 'youJoined', name: '', shown: false }];
  }
  return [connectionNews, stopNews, spotlightNews, joinNews, knockNews, handNews, askNews, lockNews, lobbyNews].flatMap(
    (news) => news(before, now),
  );
}

function connectionNews(before: Inside, now: Inside): readonly News[] {
  if (before.phase === now.phase) return [];
  const isBack = now.phase === 'joined';
  return [{ key: isBack ? 'reconnected' : 'reconnecting', name: '', shown: isBack }];
}

const STOPPED = {
  microphone: ['youWereMuted', 'youWereMutedByNobody'],
  camera: ['yourVideoWasStopped', 'yourVideoWasStoppedByNobody'],
  screen: ['yourShareWasStopped', 'yourShareWasStoppedByNobody'],
} as const;

/** What somebody else switched off of mine, and who it was. */
function stopNews(before: Inside, now: Inside): readonly News[] {
  const stops = participantOf(now.room, now.me)?.stopped ?? {};
  const then = participantOf(before.room, now.me)?.stopped ?? {};
  return MediaKind.options.flatMap((kind): readonly News[] => {
    const stop = stops[kind];
    if (!stop || stop.at === then[kind]?.at) return [];
    const [byName, byNobody] = STOPPED[kind];
    return [{ key: stop.by ? byName : byNobody, name: stop.by?.name ?? '', shown: true }];
  });
}

/** Who is shown large to everybody, above all if it is I: others look at me then. */
function spotlightNews({ room: before }: Inside, { room: now, me }: Inside): readonly News[] {
  const id = spotlit(now);
  if (id === spotlit(before)) return [];
  // Whoever went took it along, which is told of them already.
  if (id === null) return before.spotlight?.participant === me ? [{ key: 'notSpotlit', name: '', shown: true }] : [];
  if (id === me) return [{ key: 'youAreSpotlit', name: '', shown: true }];
  return [{ key: 'spotlit', name: participantOf(now, id)?.name ?? '', shown: true }];
}

/** Who said no when I asked them to unmute. Whoever said yes is heard. */
function askNews(before: Inside, now: Inside): readonly News[] {
  const mine = (before.room.asks ?? []).filter((ask) => ask.open && ask.by.participant === now.me);
  return mine.flatMap(({ participant, media }): readonly News[] => {
    const person = participantOf(now.room, participant);
    const kind = media.find((one) => person?.media[one] === false);
    if (!person || kind === undefined || openAskOf(now.room, participant)) return [];
    return [{ key: kind === 'microphone' ? 'staysMuted' : 'keepsVideoOff', name: person.name, shown: true }];
  });
}

function joinNews(before: Inside, now: Inside): readonly News[] {
  const came = everyone(now.room).filter(({ id }) => participantOf(before.room, id) === null && id !== now.me);
  return came.slice(0, MOST).map(({ name }) => ({ key: 'joined', name, shown: true }));
}

/** Who came to wait to be let in; they are told of to those alone who may let them in. */
function knockNews(before: Inside, now: Inside): readonly News[] {
  const came = everyoneWaiting(now.room).filter(({ principal }) => knockOf(before.room, principal) === null);
  return came
    .slice(0, MOST)
    .map((knock) => ({ key: isAppeal(knock) ? 'appealed' : 'knocked', name: knock.name, shown: true }));
}

/** Whose hand went up, shown to those who keep the order; and mine, which somebody else may have lowered. */
function handNews({ room: before, me }: Inside, { room: now }: Inside): readonly News[] {
  const raised = raisedHands(now).filter(({ participant }) => !isHandRaised(before, participant));
  const isLeading = mayIn(now, me, 'mute');
  const news = raised.slice(0, MOST).flatMap(({ participant }): readonly News[] => {
    if (participant === me) return [{ key: 'yourHandUp', name: '', shown: false }];
    const name = participantOf(now, participant)?.name;
    return name === undefined ? [] : [{ key: 'raisedHand', name, shown: isLeading }];
  });
  const isDown = isHandRaised(before, me) && !isHandRaised(now, me);
  return isDown ? [...news, { key: 'yourHandDown', name: '', shown: true }] : news;
}

function lobbyNews({ room: before }: Inside, { room: now }: Inside): readonly News[] {
  if (isLobbyOn(before) === isLobbyOn(now)) return [];
  return [{ key: isLobbyOn(now) ? 'lobbyOn' : 'lobbyOff', name: '', shown: true }];
}

function lockNews({ room: before }: Inside, { room: now }: Inside): readonly News[] {
  if ((before.lock === null) === (now.lock === null)) return [];
  if (now.lock === null) return [{ key: 'unlocked', name: '', shown: true }];
  const name = now.lock.by?.name;
  return [{ key: name === undefined ? 'locked' : 'lockedBy', name: name ?? '', shown: true }];
}

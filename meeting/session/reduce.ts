import type { ParleyError } from '#protocol/errors.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Reason } from '#protocol/reasons.ts';
import type { Exit, Expected, RefusalFacts, Session, SessionIn, Target, WayBack } from '#protocol/session.ts';

import { ownWayOut, reasonOf } from '../reason.ts';
import { exitOf, mayHaveWayBack } from './exit.ts';
import type { SessionInput, SessionInputOf } from './input.ts';

/**
 * One participant's own life: the session after an input. An input that the phase has no use for gives back the very
 * same session, so a caller can tell a refusal by identity. `over` is left only by `dismiss`, `open` and `join`, and
 * only once everything is released, so that each stay has one exit with one reason (semantics rules 1 and 2).
 */
export function reduce(session: Session, input: SessionInput): Session {
  switch (input.type) {
    case 'open':
      return mayOpen(session) ? preview(input.target) : session;
    case 'join':
      return join(session);
    case 'switch':
      return switchOn(session, input.target);
    case 'attempt':
      return isTrying(session) ? { ...session, attempt: input.attempt } : session;
    case 'refused':
      return refused(session, input);
    case 'welcomed':
      return welcomed(session, input);
    case 'room-changed':
      return isInside(session) ? { ...session, room: input.room } : session;
    case 'ice-servers':
      return isInside(session) ? { ...session, iceServers: input.iceServers } : session;
    case 'connection-lost':
      return connectionLost(session, input.at);
    case 'waiting':
      return waiting(session, input);
    case 'terminated':
      return isInside(session) ? over(session.target, exitOf({ ...input, error: null })) : session;
    case 'left':
      return left(session, input);
    case 'cancel':
      return cancel(session, input.at);
    case 'standing':
      return standing(session, input);
    case 'unlocked':
      return unlocked(session);
    case 'released':
      return released(session);
    case 'dismiss':
      return isDone(session) ? { phase: 'idle' } : session;
  }
}

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** In the meeting, with or without a connection right now. */
export function isInside(session: Session): session is Inside {
  return session.phase === 'joined' || session.phase === 'reconnecting';
}

function isTrying(session: Session): session is SessionIn<'joining' | 'reconnecting'> {
  return session.phase === 'joining' || session.phase === 'reconnecting';
}

function isDone(session: Session): session is SessionIn<'over'> {
  return session.phase === 'over' && session.exit.released;
}

function mayOpen(session: Session): boolean {
  return session.phase === 'idle' || isDone(session);
}

const NOT_KNOWN: Expected = { role: null };

function preview(target: Target, expected: Expected = NOT_KNOWN): Session {
  return { phase: 'preview', target, ...expectedOf(expected), refusal: null, mayUnlock: false };
}

function expectedOf({ role, permissions, speakersFull }: Expected): Expected {
  return { role, ...(permissions && { permissions }), ...(speakersFull === true && { speakersFull }) };
}

function over(target: Target, exit: Exit): Session {
  return { phase: 'over', target, exit };
}

function join(session: Session): Session {
  if (session.phase !== 'preview' && !isDone(session)) return session;
  const expected = session.phase === 'preview' ? expectedOf(session) : NOT_KNOWN;
  return { phase: 'joining', target: session.target, ...expected, attempt: 1 };
}

function switchOn(session: Session, target: Target): Session {
  if (!isDone(session) || session.exit.reason.type !== 'SWITCH_ROOM') return session;
  const switchedFrom = { target: session.target, mayRejoin: session.exit.mayRejoin };
  return { phase: 'joining', target, role: null, attempt: 1, switchedFrom };
}

/** Whoever waits keeps the place: they are joining still, also without a connection. */
function connectionLost(session: Session, at: Millis): Session {
  if (session.phase === 'joined') return { ...session, phase: 'reconnecting', since: at, attempt: 1 };
  if (session.phase !== 'joining' || !session.waiting) return session;
  return { ...session, attempt: 1, waiting: { ...session.waiting, lost: true } };
}

function waiting(session: Session, { since, clockOffset, appeal }: SessionInputOf<'waiting'>): Session {
  if (session.phase !== 'joining') return session;
  return { ...session, attempt: 1, waiting: { since, clockOffset, appeal, lost: false } };
}

function factsOf({ turnedAway, mayAppeal }: RefusalFacts): RefusalFacts {
  return { ...(turnedAway && { turnedAway }), ...(mayAppeal === true && { mayAppeal }) };
}

function refused(session: Session, input: SessionInputOf<'refused'>): Session {
  const { error, mayUnlock, at } = input;
  if (session.phase === 'joining') {
    if (session.switchedFrom) return over(session.switchedFrom.target, switchExit(session, error, at));
    const { target } = session;
    return { phase: 'preview', target, ...expectedOf(session), refusal: error, mayUnlock, ...factsOf(input) };
  }
  if (session.phase !== 'reconnecting') return session;
  return over(
    session.target,
    exitOf({ reason: reasonOf('JOIN_ROOM_FAILED'), removal: null, error, locked: error.code === 'room-locked', at }),
  );
}

function welcomed(session: Session, input: SessionInputOf<'welcomed'>): Session {
  if (!isTrying(session)) return session;
  const { me, incarnation, room, iceServers, iceTransportPolicy, clockOffset, policies } = input;
  const { target } = session;
  return {
    phase: 'joined',
    target,
    me,
    incarnation,
    room,
    iceServers,
    iceTransportPolicy,
    clockOffset,
    ...(policies && { policies }),
  };
}

function left(session: Session, { at, policy, switching }: SessionInputOf<'left'>): Session {
  if (session.phase === 'joining') return { phase: 'idle' };
  if (!isInside(session)) return session;
  const exit = ownExit(session, ownWayOut({ policy, switching }), at);
  return over(session.target, policy === undefined ? exit : { ...exit, policy });
}

function cancel(session: Session, at: Millis): Session {
  switch (session.phase) {
    case 'preview':
    case 'joining':
      return { phase: 'idle' };
    case 'reconnecting':
      return over(session.target, ownExit(session, reasonOf('CONNECTION_ATTEMPTS_EXHAUSTED'), at));
    case 'idle':
    case 'joined':
    case 'over':
      return session;
  }
}

/** Whether there is a way back is the first meeting's to say, whatever the other one said. */
function switchExit({ target, switchedFrom }: SessionIn<'joining'>, error: ParleyError, at: Millis): Exit {
  const exit = exitOf({ reason: reasonOf('SWITCH_ROOM_FAILED'), removal: null, error, locked: false, at });
  return { ...exit, mayRejoin: switchedFrom?.mayRejoin === true, sought: target };
}

function ownExit(session: Inside, reason: Reason, at: Millis): Exit {
  return exitOf({
    reason,
    removal: null,
    error: null,
    locked: session.room.lock !== null,
    at,
  });
}

function standing(session: Session, input: SessionInputOf<'standing'>): Session {
  if (isDone(session)) return answered(session, input);
  if (session.phase !== 'preview') return session;
  const expected = expectedOf(input.role === null ? session : input);
  const { refusal, mayUnlock, mustWait, recorded } = input;
  const facts = {
    ...factsOf(input),
    ...(mustWait === true && { mustWait }),
    ...(recorded === true && { recorded }),
  };
  return { phase: 'preview', target: session.target, ...expected, refusal, mayUnlock, ...facts };
}

/** The room is asked again and again: an answer that is the same is none. */
function answered(session: SessionIn<'over'>, { role, refusal, mayUnlock }: WayBack): Session {
  const { wayBack: before } = session;
  const same =
    before !== undefined &&
    before.role === role &&
    before.refusal?.code === refusal?.code &&
    before.mayUnlock === mayUnlock;
  return same || !mayHaveWayBack(session.exit) ? session : { ...session, wayBack: { role, refusal, mayUnlock } };
}

function unlocked(session: Session): Session {
  if (session.phase !== 'preview' || session.refusal?.code !== 'room-locked') return session;
  return preview(session.target, session);
}

function released(session: Session): Session {
  if (session.phase !== 'over' || session.exit.released) return session;
  return { ...session, exit: { ...session.exit, released: true } };
}

import { exitsOf } from '#meeting/room/exits.ts';
import type { Decision, Order } from '#meeting/room/order.ts';
import { roleOf } from '#meeting/room/selectors.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { DURATION_MS, GRACE_MS, NO_HOST_MS } from './actions.ts';
import { checkChat, checkPace } from './chatLaws.ts';
import { must } from './law.ts';
import type { Ledger } from './ledger.ts';
import { checkAppeal, checkKnocks, checkLobby, isAnswerable, OF_THE_LOBBY } from './lobbyLaws.ts';
import { checkRecording, recordingOf } from './recordingLaws.ts';
import { checkShare, checkSharing } from './shareLaws.ts';
import { checkRoles, checkSending, checkSpeakers } from './roleLaws.ts';

/** Before the events of a decision are written into the book. */
export function checkDecision(book: Ledger, order: Order, decision: Decision): void {
  const events = decision.ok ? decision.events : [];
  checkEnds(book, order, events);
  checkAdmission(book, order, decision);
  checkRecording(book, order, decision);
  checkIncarnations(book, order, events);
  checkBarred(book, order, decision);
  checkRights(book, order, decision);
  checkPolicies(book, order, events);
  checkScheduledEnd(book, order, events);
  checkRoles(book, order, decision);
  checkSpeakers(book, order, events);
  checkChat(book, order, decision);
  checkShare(book, order, events);
}

function checkEnds(book: Ledger, { by, command }: Order, events: readonly RoomEvent[]): void {
  const end = events.find((event) => event.type === 'room-ended');
  if (!end) return;
  must(1, events.length === 1, 'an end comes alone');
  const { cause, policy, by: doer } = end.ending;
  if (command.type === 'end-as-scheduled') return;
  if (by.kind === 'server') {
    must(1, doer === null, 'nobody did what the server did');
    must(1, (cause === 'policy') === (policy !== undefined), 'a policy is named, and only where it was one');
    const ordered = { 'end-by-api': 'api', close: 'policy', enforce: 'policy' }[command.type as string];
    must(1, ordered === cause, `${command.type} made an end by ${cause}`);
    return;
  }
  must(1, command.type === 'end-room' && cause === 'participant', `${command.type} made an end by ${cause}`);
  const me = book.participantOf(by.principal);
  must(1, me !== null && doer?.participant === me, 'an end names who ordered it');
  must(
    1,
    book.held(book.roleOf(by.principal)).includes('endRoom') || book.members.size === 1,
    'a guest among others ended the room',
  );
}

function checkAdmission(book: Ledger, { command }: Order, decision: Decision): void {
  if (!book.locked) return;
  const events = decision.ok ? decision.events : [];
  must(2, !events.some(({ type }) => type === 'room-opened' || type === 'participant-joined'), 'somebody got in');
  if (command.type !== 'join' || book.participantOf(command.principal) !== null) return;
  const code = decision.ok ? 'ok' : decision.error.code;
  must(2, REFUSED_BY_LOCK.has(code), `joining a locked room came to ${code}`);
}

/** The last two: what became of a wait from before the lock. */
const REFUSED_BY_LOCK: ReadonlySet<string> = new Set(['room-locked', 'barred', 'not-admitted', 'room-ended']);

/** The API locks, and says who is what, also where nobody is in the room. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(
  ['lock-by-api', 'assign-role', 'unbar-by-api'].concat('define-roles', 'set-speaker-limit'),
);

function checkIncarnations(book: Ledger, { command }: Order, events: readonly RoomEvent[]): void {
  for (const event of events) {
    if (event.type !== 'room-opened') continue;
    must(3, !book.open, 'an open room was opened');
    must(3, !book.incarnations.has(event.incarnation), 'an incarnation came twice');
  }
  const opens = events[0]?.type === 'room-opened';
  const outside = new Set(['room-created', 'room-opened', 'room-unlocked', 'room-ended']);
  for (const event of events) {
    const isLobby = OF_THE_LOBBY.has(event.type);
    const inside = !outside.has(event.type) && !isLobby && !FROM_OUTSIDE.has(command.type);
    must(3, book.open || opens || !inside, `${event.type} in a room that is not open`);
    must(3, !book.ended || event.type !== 'room-ended', 'an ended room was ended');
  }
}

function checkPolicies(book: Ledger, { command, at }: Order, events: readonly RoomEvent[]): void {
  if (command.type !== 'enforce') return;
  const end = events.find((event) => event.type === 'room-ended')?.ending.policy ?? null;
  const duration = (book.openedAt ?? Infinity) + DURATION_MS;
  const noHost = (book.hostlessSince ?? Infinity) + NO_HOST_MS;
  const due = book.open && book.members.size > 0 && Math.min(duration, noHost) <= at;
  must('policy', (end !== null) === due, `the time of a policy ${due ? 'was passed over' : 'had not come'}`);
  if (end !== null) must('policy', end === (noHost < duration ? 'no-host' : 'duration'), `it was not ${end}`);
}

function checkScheduledEnd(book: Ledger, { command, at }: Order, events: readonly RoomEvent[]): void {
  const scheduled = book.scheduledEnd;
  if (events.some(({ type }) => type === 'end-scheduled'))
    must('scheduled', scheduled === null, 'a second one was set');
  if (command.type !== 'end-as-scheduled') return;
  const ending = events.find((event) => event.type === 'room-ended')?.ending ?? null;
  const due = scheduled !== null && scheduled.endsAt <= at;
  must('scheduled', (ending !== null) === due, `its time ${due ? 'was passed over' : 'had not come'}`);
  if (ending === null || scheduled === null) return;
  const here = book.participantOf(scheduled.principal);
  const asOrdered = ending.cause === 'participant' && ending.by?.participant === (here ?? scheduled.by.participant);
  must('scheduled', asOrdered && ending.note === 'Soon', 'it does not name who scheduled it, and why');
  must('scheduled', ending.locked === (scheduled.locked || book.locked), 'it was locked, or not, otherwise');
}

const KILLED: ReadonlySet<string> = new Set(['barred', 'not-joined', 'room-ended', 'forbidden']);

function checkBarred(book: Ledger, { by, command }: Order, decision: Decision): void {
  const code = decision.ok ? 'ok' : decision.error.code;
  if (by.kind === 'principal' && book.barred.has(by.principal)) {
    must(5, KILLED.has(code), `${command.type} of somebody barred came to ${code}`);
  }
  checkAppeal(book, command, decision);
  if (command.type === 'resume' && book.barred.has(command.principal))
    must(5, code === 'not-joined', `they got ${code}`);
}

const PRIVILEGED: Readonly<Record<string, string>> = {
  'end-room': 'endRoom',
  'schedule-end': 'endRoom',
  'cancel-end': 'endRoom',
  remove: 'removeOthers',
  lock: 'lock',
  unlock: 'lock',
  unbar: 'removeOthers',
  mute: 'mute',
  'ask-to-unmute': 'unmute',
  'ask-to-share': 'shareScreen',
  'lower-hand': 'mute',
  spotlight: 'spotlight',
  'set-lobby': 'admit',
  admit: 'admit',
  'refuse-entry': 'admit',
  'send-to-lobby': 'admit',
};

function checkRights(book: Ledger, { by, command }: Order, decision: Decision): void {
  if (by.kind !== 'principal' || !book.exists) return;
  const gives = decision.ok && decision.events.some(({ type }) => type === 'role-changed');
  must(6, !gives || command.type === 'change-role' || book.isHost(by.principal), 'a guest made somebody host');
  const needed = PRIVILEGED[command.type];
  if (needed === undefined) return;
  const me = book.participantOf(by.principal);
  const held = book.held(book.roleOf(by.principal));
  const locking = (command.type === 'end-room' || command.type === 'schedule-end') && command.lock;
  const locks = !locking || held.includes('lock');
  const mayAlone = (command.type === 'end-room' && locks) || command.type === 'cancel-end';
  const endsAlone = mayAlone && me !== null && book.members.size === 1;
  const aimed = command.type === 'remove' || command.type === 'mute' || command.type === 'ask-to-unmute';
  const oneself = aimed && command.participant === me;
  const ownHand = command.type === 'lower-hand' && command.participant === me;
  // Nobody is asked for what their role may not send.
  const whom = command.type === 'ask-to-unmute' ? book.roles.get(command.participant) : undefined;
  const askable = whom === undefined || book.held(whom).includes('publishAudio');
  const entitled =
    isAnswerable(book, command, held) &&
    ((held.includes(needed) && locks) || endsAlone || ownHand) &&
    !oneself &&
    askable &&
    (me !== null || command.type === 'unlock');
  if (decision.ok) must(6, entitled, `${command.type} was let through`);
  else must(6, !entitled || decision.error.code !== 'forbidden', `${command.type} was forbidden to who is entitled`);
}

/** Each event by itself, before it is written into the book. */
export function checkEvent(book: Ledger, before: Room | null, event: RoomEvent, at: number): void {
  const subject = subjectOf(event);
  if (subject !== null) must(4, book.members.has(subject), `${event.type} about somebody who is not there`);
  const doer = event.type === 'room-ended' ? event.ending.by : 'by' in event ? event.by : null;
  // Whoever scheduled an end may be gone when it comes.
  const isScheduled = event.type === 'room-ended' && doer?.participant === book.scheduledEnd?.by.participant;
  if (doer && !isScheduled) {
    must(4, book.members.has(doer.participant), `${event.type} by somebody who is not there`);
  }
  if (event.type === 'participant-joined') {
    must(4, !book.everPresent.has(event.participant.id), 'a participant id came twice');
    const { principal } = event.participant;
    must(4, book.participantOf(principal) === null, 'a principal is there twice');
  }
  if (event.type === 'participant-left' && event.reason.code === 1001) {
    const lostAt = book.lostAt.get(event.participant);
    must('grace', lostAt !== undefined && at - lostAt >= GRACE_MS, 'somebody was put out early');
  }
  if (event.type === 'participant-left') {
    must('policy', (event.reason.code === 1006) === (event.policy === 'alone'), 'somebody went alone, or did not');
  }
  checkKnocks(book, event);
  if (before) checkExits(book, before, event);
}

function subjectOf(event: RoomEvent): ParticipantId | null {
  return event.type !== 'participant-joined' && 'participant' in event ? event.participant : null;
}

function checkExits(book: Ledger, before: Room, event: RoomEvent): void {
  const exits = exitsOf(before, event);
  const out = new Set(exits.map(({ participant }) => participant));
  must('exits', out.size === exits.length, 'somebody had two exits at once');
  const expected: readonly ParticipantId[] =
    event.type === 'room-ended'
      ? [...book.members.keys()]
      : event.type === 'participant-left'
        ? [event.participant]
        : [];
  must('exits', expected.length === out.size && expected.every((id) => out.has(id)), `${event.type} put out others`);
  for (const { participant, principal, removal } of exits) {
    must('exits', book.members.get(participant) === principal, 'an exit of somebody else');
    must('exits', (removal !== null) === isRemoval(event, participant), 'a removal too many or too few');
    if (!removal) continue;
    must(
      'exits',
      removal.roomWasEnded === (event.type === 'room-ended'),
      'a removal passed for an end, or an end for one',
    );
    must('exits', removal.locked === isShutOut(book, event), 'somebody was told wrongly whether they can come back');
  }
}

function isRemoval(event: RoomEvent, participant: ParticipantId): boolean {
  if (event.type === 'room-ended') return event.ending.by?.participant !== participant;
  return event.type === 'participant-left' && [1002, 1010].includes(event.reason.code);
}

function isShutOut(book: Ledger, event: RoomEvent): boolean {
  if (event.type === 'participant-left') return event.barred !== null;
  return book.locked || (event.type === 'room-ended' && event.ending.locked);
}

function checkConsent(book: Ledger, room: Room): void {
  for (const { id, media, stopped } of Object.values(room.participants)) {
    must('consent', (stopped?.microphone !== undefined) === book.silenced.has(id), 'a stop came or went by itself');
    must('consent', !book.silenced.has(id) || !media.microphone, 'somebody stopped is on');
  }
  const open = (room.asks ?? []).filter((ask) => ask.open);
  must('consent', open.length === book.asked.size, 'an ask came or went by itself');
  for (const { participant, by } of open) {
    must('consent', book.asked.get(participant) === by.participant, 'somebody is asked by somebody else');
  }
}

/** After an order: what the room says is what the book says. */
export function checkRoom(book: Ledger, room: Room, people: readonly PrincipalId[]): void {
  const there = Object.values(room.participants);
  must(4, there.length === book.members.size, 'the room holds others than came and stayed');
  for (const { id, principal, role, media, connection, lostAt } of there) {
    must('grace', lostAt === (book.lostAt.get(id) ?? null), 'a connection was lost at another time, or not at all');
    must('grace', (connection === 'lost') === book.lostAt.has(id), 'a connection is lost, or not, by itself');
    must(4, book.members.get(id) === principal, 'the room holds somebody who is not there');
    must(5, !book.barred.has(principal), 'somebody barred is present');
    must(6, role === book.roles.get(id), 'a participant has another role than was said');
    checkSending(book, role, media);
  }
  checkConsent(book, room);
  checkSharing(book, room);
  const up = (room.hands ?? []).map(({ participant }) => participant);
  must(
    'spotlight',
    (room.spotlight?.participant ?? null) === book.spotlit,
    'somebody is shown large, or not, by itself',
  );
  must('hands', up.join() === [...book.hands].join(), 'a hand went up or down by itself, or out of order');
  for (const principal of people) {
    must(6, roleOf(room, principal) === book.standingOf(principal), 'a role came or went by itself');
    must(5, Object.hasOwn(room.barred, principal) === book.barred.has(principal), 'a bar came or went by itself');
    must(5, !book.barred.has(principal) || roleOf(room, principal) === 'guest', 'somebody barred is a host');
  }
  checkLobby(book, room);
  recordingOf(book).check(room);
  checkPace(book, room);
  must(2, (room.lock !== null) === book.locked, 'a lock came or went by itself');
  const [coming, booked] = [room.scheduledEnd ?? null, book.scheduledEnd];
  must('scheduled', JSON.stringify(coming) === JSON.stringify(booked), 'an end is to come, or not, by itself');
  must(3, (room.phase === 'open') === book.open, 'the room is open, or not, by itself');
}

// The room as docs/protocol.md says that a client keeps it: nothing of the project is imported here.

export type Json = Readonly<Record<string, unknown>>;

export interface Participant {
  readonly id: string;
  readonly principal: string;
  readonly name: string;
  readonly role: string;
  readonly media: Readonly<Record<string, boolean>>;
  readonly connection: string;
  readonly [field: string]: unknown;
}

interface Ask extends Json {
  readonly participant: string;
  readonly media: readonly string[];
  readonly by: { readonly participant: string };
  readonly open: boolean;
}

export interface Room extends Json {
  readonly rev: number;
  readonly incarnation: string | null;
  readonly phase: string;
  readonly participants: Readonly<Record<string, Participant>>;
  readonly barred: Readonly<Record<string, unknown>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly asks?: readonly Ask[];
  readonly hands?: readonly Json[];
  readonly shareAsk?: Json | null;
  readonly spotlight?: Json | null;
  readonly waiting?: Readonly<Record<string, unknown>>;
  readonly roleTable?: Readonly<Record<string, { readonly permissions: readonly string[] }>>;
}

export type Event = Json & { readonly type: string; readonly at: number };

/** "What roles may do, where `roleTable` does not say otherwise": what they may send of it. */
const SENDERS: Readonly<Record<string, readonly string[]>> = {
  microphone: ['host', 'co-host', 'guest'],
  camera: ['host', 'co-host', 'guest'],
  screen: ['host', 'co-host', 'guest'],
};
const RIGHT_OF: Readonly<Record<string, string>> = {
  microphone: 'publishAudio',
  camera: 'publishVideo',
  screen: 'shareScreen',
};

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** The room after one event more. */
export function follow(room: Room, event: Event): Room {
  const next = { ...afterwards(effect(room, event), event.at), rev: room.rev + 1 };
  return { ...next, hostlessSince: hostless(next, event.at) };
}

/** "After every event": an ask to share is over, or has been granted. */
function afterwards(room: Room, at: number): Room {
  const { shareAsk } = room;
  if (!shareAsk) return room;
  const asker = room.participants[(shareAsk.by as Json).participant as string];
  if (!asker || asker.media.screen === true || !maySend(room, asker.role, 'screen')) return { ...room, shareAsk: null };
  const asked = room.participants[shareAsk.participant as string];
  if (!isNothing(shareAsk.answered) || asked?.media.screen === true) return room;
  return { ...room, shareAsk: { ...shareAsk, answered: { accepted: true, at } } };
}

const stopsSharing = (room: Room, id: string): Room =>
  changed(room, id, (one) => ({ ...one, media: { ...one.media, screen: false } }));

/** "Since when nobody who is a host is present, else null, also while the room is not open." */
function hostless(room: Room, at: number): unknown {
  const hosts = Object.values(room.participants).some(({ role }) => role === 'host');
  return room.phase !== 'open' || hosts ? null : (room.hostlessSince ?? at);
}

function effect(room: Room, event: Event): Room {
  const id = typeof event.participant === 'string' ? event.participant : '';
  const { by, at } = event;
  switch (event.type) {
    case 'room-opened':
      return {
        ...room,
        phase: 'open',
        incarnation: event.incarnation as string,
        openedAt: at,
        cancelledEnd: null,
        participants: {},
      };
    case 'participant-joined':
      return joined(room, event.participant as Participant);
    case 'participant-taken-over':
      return changed(room, id, (one) => ({
        ...one,
        name: event.name as string,
        media: event.media as Participant['media'],
        connection: 'live',
        lostAt: null,
        stopped: undefined,
        recordingSince: undefined,
      }));
    case 'participant-left':
      return left(room, id, event);
    case 'connection-lost':
      return changed(room, id, (one) => ({ ...one, connection: 'lost', lostAt: at }));
    case 'connection-resumed':
      return changed(room, id, (one) => ({ ...one, connection: 'live', lostAt: null }));
    case 'participant-renamed':
      return changed(room, id, (one) => ({ ...one, name: event.name as string }));
    case 'media-state-changed':
      return sends(room, id, event.media as Participant['media']);
    case 'media-stopped':
      return stopped(room, id, event);
    case 'unmute-asked':
      return asked(room, id, event);
    case 'unmute-declined':
      return {
        ...room,
        asks: (room.asks ?? []).map((ask) => (ask.participant === id ? closed(ask) : ask)),
      };
    case 'share-asked':
      return { ...room, shareAsk: { participant: id, by, at, answered: null } };
    case 'share-ask-withdrawn':
      return { ...room, shareAsk: null };
    case 'share-answered': {
      const answered = { ...room, shareAsk: { ...room.shareAsk, answered: { accepted: event.accepted, at } } };
      return event.accepted === true ? stopsSharing(answered, id) : answered;
    }
    case 'hand-raised':
      return { ...room, hands: [...(room.hands ?? []), { participant: id, at }] };
    case 'hand-lowered':
      return { ...room, hands: withoutHand(room, id) };
    case 'spotlight-set':
      return { ...room, spotlight: isNothing(event.participant) ? null : { participant: id, by: event.by, at } };
    case 'recording-set':
      return changed(room, id, (one) => ({ ...one, recordingSince: event.on === true ? at : undefined }));
    case 'principal-unbarred': {
      const principal = event.principal as string;
      return { ...room, barred: without(room.barred, principal), waiting: without(room.waiting ?? {}, principal) };
    }
    case 'principal-barred': {
      const principal = event.principal as string;
      return { ...room, barred: { ...room.barred, [principal]: event.entry }, roles: without(room.roles, principal) };
    }
    case 'role-changed':
      return roleChanged(room, event.principal as string, event.role as string);
    case 'room-locked':
      return { ...room, lock: { by, at }, waiting: {} };
    case 'room-unlocked':
      return { ...room, lock: null };
    case 'lobby-set':
      return { ...room, lobby: event.on === true ? { by, at } : null, ...(event.on !== true && { waiting: {} }) };
    case 'knocked': {
      const { type: _, ...who } = event;
      return { ...room, waiting: { ...room.waiting, [event.principal as string]: who } };
    }
    case 'knock-withdrawn':
    case 'knock-answered':
      return { ...room, waiting: without(room.waiting ?? {}, event.principal as string) };
    case 'end-scheduled':
      return { ...room, scheduledEnd: event.end, cancelledEnd: null };
    case 'end-cancelled':
      return { ...room, scheduledEnd: null, cancelledEnd: { by, at } };
    case 'room-ended':
      return ended(room, event.ending as Json);
    case 'room-closed':
      return { ...room, phase: 'closed' };
    default:
      return room; // `unseen`, and whatever is newer than the document.
  }
}

function changed(room: Room, id: string, change: (one: Participant) => Participant): Room {
  const one = room.participants[id];
  return one === undefined ? room : { ...room, participants: { ...room.participants, [id]: change(one) } };
}

function joined(room: Room, one: Participant): Room {
  const waiting = without(room.waiting ?? {}, one.principal);
  return { ...room, waiting, participants: { ...room.participants, [one.id]: one } };
}

function left(room: Room, id: string, { barred }: Event): Room {
  const principal = room.participants[id]?.principal ?? '';
  const participants = without(room.participants, id);
  const bars = isNothing(barred) ? room.barred : { ...room.barred, [principal]: barred };
  return {
    ...room,
    participants,
    barred: bars,
    roles: isNothing(barred) ? room.roles : without(room.roles, principal),
    asks: (room.asks ?? []).filter((ask) => ask.participant !== id && ask.by.participant !== id),
    hands: withoutHand(room, id),
    ...(room.spotlight?.participant === id && { spotlight: null }),
    ...(Object.keys(participants).length === 0 && { scheduledEnd: null }),
  };
}

const withoutHand = ({ hands = [] }: Room, id: string) => hands.filter(({ participant }) => participant !== id);

const closed = (ask: Ask): Ask => ({ ...ask, open: false });

/** What is on again is no longer stopped, and no longer asked for. */
function sends(room: Room, id: string, media: Participant['media']): Room {
  const next = changed(room, id, ({ stopped: were = {}, ...one }) => {
    const still = Object.fromEntries(Object.entries(were as Json).filter(([name]) => media[name] !== true));
    return { ...one, media, ...(Object.keys(still).length > 0 && { stopped: still }) };
  });
  const asks = (room.asks ?? []).map((ask) => {
    if (ask.participant !== id || !ask.open) return ask;
    const still = ask.media.filter((name) => media[name] !== true);
    return still.length === 0 ? closed(ask) : Object.assign({}, ask, { media: still });
  });
  return { ...next, asks };
}

function stopped(room: Room, id: string, { media, by, at }: Event): Room {
  const names = media as readonly string[];
  return changed(room, id, (one) => ({
    ...one,
    media: { ...one.media, ...Object.fromEntries(names.map((name) => [name, false])) },
    stopped: { ...(one.stopped as Json | undefined), ...Object.fromEntries(names.map((name) => [name, { by, at }])) },
  }));
}

function asked(room: Room, id: string, { media, by, at }: Event): Room {
  const asker = (by as Ask['by']).participant;
  const others = (room.asks ?? [])
    .filter((ask) => ask.participant !== id || ask.by.participant !== asker)
    .map((ask) => (ask.participant === id ? closed(ask) : ask));
  return { ...room, asks: [...others, { participant: id, media, by, at, open: true } as unknown as Ask] };
}

/** "A `guest` is taken out of `roles`. What the new role may not send is off in `media`." */
function roleChanged(room: Room, principal: string, role: string): Room {
  const rest = without(room.roles, principal);
  const roles = role === 'guest' ? rest : { ...rest, [principal]: role };
  const participants = Object.fromEntries(
    Object.entries(room.participants).map(([id, one]) => {
      if (one.principal !== principal) return [id, one];
      const media = Object.entries(one.media).map(([name, on]) => [name, on && maySend(room, role, name)]);
      const recordingSince = mayRecord(room, role) ? one['recordingSince'] : undefined;
      return [id, { ...one, role, recordingSince, media: Object.fromEntries(media) as Participant['media'] }];
    }),
  );
  return { ...room, roles, participants };
}

function mayRecord({ roleTable }: Room, role: string): boolean {
  if (roleTable === null || roleTable === undefined) return ['host', 'co-host'].includes(role);
  return roleTable[role]?.permissions.includes('record') === true;
}

function maySend({ roleTable }: Room, role: string, name: string): boolean {
  if (roleTable === null || roleTable === undefined) return SENDERS[name]?.includes(role) === true;
  return roleTable[role]?.permissions.includes(RIGHT_OF[name] ?? '') === true;
}

function ended(room: Room, ending: Json): Room {
  const { by, at, locked } = ending;
  return {
    ...room,
    phase: 'ended',
    ending,
    scheduledEnd: null,
    participants: {},
    asks: [],
    hands: [],
    spotlight: null,
    waiting: {},
    lock: room.lock ?? (locked === true ? { by, at } : null),
  };
}

/** What the rules have to remember, and a client does not keep. */
const NOT_KEPT = new Set(['turnedAway', 'appealed', 'known']);

/** The room as two can compare it: what is empty or null is the same as what is not there. */
export function comparable(room: Room): Json {
  const kept = Object.entries(room).filter(([name]) => !NOT_KEPT.has(name));
  return Object.fromEntries(kept.filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

import * as v from 'valibot';

/**
 * Characters that ids on the wire may hold: unreserved in a URL, safe in a file name, no look-alike of a separator. What
 * every object inherits (`__proto__`, `constructor`) is no id, because rooms are records by id.
 */
const token = (name: string, min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]+$/, `${name} holds letters, digits, "_" and "-" only`),
    v.minLength(min),
    v.maxLength(max),
    v.check((text) => !(text in Object.prototype), `${name} is a name that every object inherits`),
  );

/** A meeting code, as people read it aloud: three, four and three lower-case letters, as in `kfr-wmbe-tqa`. */
export const RoomId = v.pipe(v.string(), v.regex(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/), v.brand('RoomId'));
export type RoomId = v.InferOutput<typeof RoomId>;

/** One life of a room. A room that ended or closed and is opened again has a new one. */
export const Incarnation = v.pipe(token('incarnation', 8, 40), v.brand('Incarnation'));
export type Incarnation = v.InferOutput<typeof Incarnation>;

/**
 * Who somebody is, for one room: the unit of roles and of barring. The server derives it from the identity proof that
 * the client presents, so it can be shown to others and authenticates nobody.
 */
export const PrincipalId = v.pipe(token('principal id', 8, 64), v.brand('PrincipalId'));
export type PrincipalId = v.InferOutput<typeof PrincipalId>;

/** A person present in one incarnation of a room. Kept over reconnects and over a take-over by another device. */
export const ParticipantId = v.pipe(token('participant id', 8, 40), v.brand('ParticipantId'));
export type ParticipantId = v.InferOutput<typeof ParticipantId>;

/** One device's stay in a room, over however many connections. */
export const SessionId = v.pipe(token('session id', 8, 40), v.brand('SessionId'));
export type SessionId = v.InferOutput<typeof SessionId>;

/** Made by the client, unique for each command of a principal. The same id again gets the stored answer. */
export const CommandId = v.pipe(token('command id', 1, 40), v.brand('CommandId'));
export type CommandId = v.InferOutput<typeof CommandId>;

/** One installation's name for itself in logs; carries no authority. */
export const ClientId = v.pipe(token('client id', 1, 64), v.brand('ClientId'));
export type ClientId = v.InferOutput<typeof ClientId>;

/** A peer link between two participants, named alike by both: their ids in code-point order, joined by `~`. */
export const LinkId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}~[A-Za-z0-9_-]{8,40}$/), v.brand('LinkId'));
export type LinkId = v.InferOutput<typeof LinkId>;

/** Milliseconds since the Unix epoch, on the server's clock unless the field says otherwise. */
export const Millis = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export type Millis = v.InferOutput<typeof Millis>;

/** How many events a room's log holds; the first event has 1. Grows over incarnations and restarts, never shrinks. */
export const Rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export type Rev = v.InferOutput<typeof Rev>;

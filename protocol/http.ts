import * as v from 'valibot';

import { Millis, PrincipalId, RoomId } from './ids.ts';

/** 256 bits in base64url. */
export const Key256 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * `POST /v1/rooms`: opens a room of one's own. `identity` is the caller's identity proof for this server (see
 * docs/protocol.md), `inviteKey` what guests will have to present; the server keeps only hashes of both. Answered 201
 * with {@link JoinTokenAnswer}. Where the server asks for a creation key it goes into `Authorization: Bearer`.
 */
export const CreateRoomRequest = v.strictObject({ identity: Key256, inviteKey: Key256 });
export type CreateRoomRequest = v.InferOutput<typeof CreateRoomRequest>;

/** `POST /v1/rooms/{room}/join-tokens`: exchanges an invite, or standing in the room, for a join token. */
export const JoinTokenRequest = v.strictObject({ identity: Key256, inviteKey: v.optional(Key256) });
export type JoinTokenRequest = v.InferOutput<typeof JoinTokenRequest>;

export const JoinTokenAnswer = v.strictObject({
  room: RoomId,
  principal: PrincipalId,
  /** A JWT; opaque to clients. */
  token: v.string(),
  expiresAt: Millis,
});
export type JoinTokenAnswer = v.InferOutput<typeof JoinTokenAnswer>;

/** `POST /v1/rooms/{room}/unlock`: lifts the lock from outside, by a principal whose role holds `lock`. Answered 204. */
export const UnlockRequest = v.strictObject({ identity: Key256 });
export type UnlockRequest = v.InferOutput<typeof UnlockRequest>;

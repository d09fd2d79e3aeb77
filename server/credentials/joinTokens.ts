import { errors, jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';

import type { Result } from '#protocol/errors.ts';
import { type Millis, PrincipalId, Rev, RoomId } from '#protocol/ids.ts';
import { Role } from '#protocol/roles.ts';

import { randomToken } from './random.ts';

const ISSUER = 'parley';
/** The one algorithm, on signing and on checking: a token that names another is refused, `none` included. */
const ALGORITHM = 'HS256';

const Claims = v.object({ sub: PrincipalId, room: RoomId, role: Role, rev: Rev, jti: v.string() });

/** What a join token says. The role is a hint for integrators: rights are read from the room (invariant 6). */
export interface JoinGrant {
  readonly principal: PrincipalId;
  readonly room: RoomId;
  readonly role: Role;
  /** Where the room's log stood when the token was issued: a removal after it has revoked the token. */
  readonly rev: Rev;
}

/** Makes and checks the tokens of one server. */
export class JoinTokens {
  readonly #key: Uint8Array;
  readonly #audience: string;
  readonly #lifeMs: number;

  constructor(key: Uint8Array, audience: string, lifeMs: number) {
    this.#key = key;
    this.#audience = audience;
    this.#lifeMs = lifeMs;
  }

  async issue(grant: JoinGrant, now: Millis): Promise<{ readonly token: string; readonly expiresAt: Millis }> {
    const { principal, room, role, rev } = grant;
    const expires = Math.floor((now + this.#lifeMs) / 1000);
    const token = await new SignJWT({ room, role, rev })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(this.#audience)
      .setSubject(principal)
      .setJti(randomToken(12))
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(expires)
      .sign(this.#key);
    return { token, expiresAt: expires * 1000 };
  }

  async check(token: string, now: Millis): Promise<Result<JoinGrant>> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: this.#audience,
        currentDate: new Date(now),
        requiredClaims: ['exp', 'jti', 'sub'],
      });
      const claims = v.safeParse(Claims, payload);
      if (!claims.success) return { ok: false, error: { code: 'bad-token' } };
      const { sub: principal, room, role, rev } = claims.output;
      return { ok: true, value: { principal, room, role, rev } };
    } catch (error) {
      return { ok: false, error: { code: error instanceof errors.JWTExpired ? 'token-expired' : 'bad-token' } };
    }
  }
}

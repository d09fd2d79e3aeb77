import type { ParticipantId, Rev } from '#protocol/ids.ts';
import type { Welcome } from '#protocol/wire/frame.ts';

import { iceServersFor } from '../../credentials/iceServers.ts';
import { newResumeToken } from '../../credentials/resumeTokens.ts';
import type { SessionRecord } from '../../contract.ts';
import { kindOf } from '../../logging.ts';
import { within } from '../../within.ts';
import { welcomeFrame } from '../frames.ts';
import type { Newcomer, RoomParts } from '../parts.ts';
import { RoomSession } from '../roomSession.ts';

/** What a connection is let in with. */
export interface Admission {
  readonly participant: ParticipantId;
  /** The session to store, once it has its new token. */
  record(tokenHash: string): SessionRecord;
  /** Null: the client gets a snapshot. Else the missing events after this rev follow its welcome. */
  readonly continueFrom: { readonly rev: Rev; readonly missed: string | null } | null;
}

/**
 * Gives the connection its session: stored first, then attached, then welcomed, with nothing that happens in the room
 * in between. Whoever is no longer there to be welcomed is lost, not gone: housekeeping finds them.
 */
export async function admit(parts: RoomParts, newcomer: Newcomer, admission: Admission): Promise<void> {
  const { storage, settings, attendance } = parts;
  const { token, hash } = newResumeToken();
  const record = admission.record(hash);
  parts.unsettle(admission.participant);
  if (!newcomer.outlet.open) return;
  try {
    await within(settings.clock, settings.guards.storageMs, storage.sessions.put(record));
  } catch (error) {
    settings.log.error({ room: parts.id, kind: kindOf(error) }, 'session not stored');
    newcomer.refused({ code: 'unavailable' });
    return;
  }
  const session = attach(parts, record, newcomer);
  attendance.add(session);
  const { continueFrom } = admission;
  const welcome = welcomeOf(parts, record, token, continueFrom?.rev ?? parts.chronicle.rev);
  newcomer.admitted(
    session,
    welcomeFrame(welcome, continueFrom ? null : parts.snapshot(admission.participant)),
    continueFrom?.missed ?? null,
  );
}

/** The session of the record, on the new connection; an older connection of the same session is closed. */
function attach({ attendance }: RoomParts, record: SessionRecord, { outlet }: Newcomer): RoomSession {
  const session = attendance.of(record.participant);
  if (session?.record.sessionId !== record.sessionId) return new RoomSession(record, outlet);
  const replaced = session.outlet;
  session.record = record;
  session.outlet = outlet;
  session.silent = false;
  replaced?.close('replaced');
  return session;
}

function welcomeOf(
  { settings, policies }: RoomParts,
  { sessionId, participant, incarnation }: SessionRecord,
  resumeToken: string,
  rev: Rev,
): Omit<Welcome, 'snapshot'> {
  return {
    type: 'welcome',
    sessionId,
    participantId: participant,
    incarnation,
    rev,
    resumeToken,
    iceServers: iceServersFor(settings, participant),
    // Left out where it says nothing, so that clients from before it was thought of are let in as ever.
    ...(settings.iceTransportPolicy === 'relay' && { iceTransportPolicy: settings.iceTransportPolicy }),
    limits: settings.limits,
    ...(policies && { policies }),
    serverTime: settings.clock.now(),
  };
}

import { isSpeaking } from '#meeting/permissions.ts';
import { expectedPermissions } from '#meeting/session/mayInSession.ts';
import type { Role } from '#protocol/roles.ts';
import type { CaptureKind } from '#protocol/ipc/snapshot.ts';
import type { NoticeOf } from '#protocol/ipc/notice.ts';
import type { Expected, SessionIn } from '#protocol/session.ts';

import { meeting } from '#languages/en/meeting.ts';
import type { Words } from './words.ts';

type Known = keyof typeof meeting.roles;

const isKnown = (role: Role): role is Known => Object.hasOwn(meeting.roles, role);

/** Whether a role of a usual name speaks, or watches, as it usually does. */
const isUsual = (role: Known, speaks: boolean): boolean => speaks === (role !== 'viewer');

/** A role as people read it; one that a server made up by its own name, in plain letters. */
export function sayRole(t: Words, role: Role): string {
  if (isKnown(role)) return t(`meeting.roles.${role}`);
  const plain = role.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What I will be once inside, and what that lets me do; null while that is not known. */
export function sayExpected(t: Words, expected: Expected | null): string {
  if (expected === null || expected.role === null) return t('preview.asUnknown');
  const { role, speakersFull } = expected;
  if (speakersFull === true) return t('preview.asViewerForNow');
  const speaks = isSpeaking(expectedPermissions(expected));
  if (isKnown(role) && isUsual(role, speaks)) return t(`preview.as.${role}`);
  return t(speaks ? 'preview.asSpeaker' : 'preview.asOnlooker', { role: sayRole(t, role) });
}

/** A role in the middle of a sentence. */
function roleInside(t: Words, role: Role): string {
  return isKnown(role) ? t(`roles.names.${role}`) : sayRole(t, role);
}

/** What I may do with a role that I have from now. */
function sayMay(t: Words, { role, mode }: NoticeOf<'role-changed'>): string {
  if (isKnown(role) && isUsual(role, mode === 'speaker')) return t(`roles.may.${role}`);
  return t(mode === 'speaker' ? 'roles.maySpeak' : 'roles.mayWatch');
}

/** Who is what from now, by whom; to me also what that lets me do. */
export function sayRoleChange(
  t: Words,
  changed: NoticeOf<'role-changed'>,
  { me }: SessionIn<'joined' | 'reconnecting'>,
): string {
  const { participantId, name, by } = changed;
  const words = { name, role: roleInside(t, changed.role), may: sayMay(t, changed), by: by?.name ?? '' };
  const isByOneself = by?.participant === participantId;
  if (participantId === me) return t(by === null || isByOneself ? 'roles.you' : 'roles.youBy', words);
  if (by === null) return t('roles.became', words);
  if (isByOneself) return t('roles.steppedDown', words);
  return t(by.participant === me ? 'roles.becameByMe' : 'roles.becameBy', words);
}

/** The item that makes somebody else that. */
export function sayMake(t: Words, role: Role): string {
  return isKnown(role) ? t(`roles.make.${role}`) : t('roles.makeOther', { role: sayRole(t, role) });
}

/** Why my role does not let me turn a device on. */
export function sayBarred(t: Words, kind: Exclude<CaptureKind, 'screen'>, role: Role): string {
  return t(`roles.barred.${kind}`, { role: sayRole(t, role).toLowerCase() });
}

/** Stepping down to that. */
export function sayBecome(t: Words, role: Role): string {
  return t('roles.become', { role: roleInside(t, role) });
}

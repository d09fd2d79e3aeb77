import { isSpeaking } from '#meeting/permissions.ts';
import { expectedPermissions } from '#meeting/session/mayInSession.ts';
import type { Role } from '#protocol/roles.ts';
import type { Expected } from '#protocol/session.ts';

import { meeting } from './en/meeting.ts';
import type { Words } from './words.ts';

type Known = keyof typeof meeting.roles;

const isKnown = (role: Role): role is Known => Object.hasOwn(meeting.roles, role);

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
  if (isKnown(role)) return t(`preview.as.${role}`);
  const speaks = isSpeaking(expectedPermissions(expected));
  return t(speaks ? 'preview.asSpeaker' : 'preview.asOnlooker', { role: sayRole(t, role) });
}

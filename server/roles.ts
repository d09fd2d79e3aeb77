import { isSpeaking, permissionsOf, tableProblem } from '#meeting/permissions.ts';
import type { RoleTable } from '#protocol/roles.ts';
import type { SpeakerLimit } from '#protocol/room.ts';

/** Why roles and the limit of speakers can't be meant together, in words for whoever set them; null if they can. */
export function rolesProblem(roles: RoleTable, speakers: SpeakerLimit | null): string | null {
  const problem = tableProblem(roles);
  if (problem !== null || speakers === null) return problem;
  const watches = Object.hasOwn(roles, 'viewer') && !isSpeaking(permissionsOf(roles, 'viewer'));
  return watches ? null : 'a limit of speakers needs a role "viewer" that may send nothing';
}

import type { Session } from '#protocol/session.ts';

import type { HostingServer } from './hosting.ts';

/** How many others are in meetings on the server inside this app: they lose it when the app goes. */
export function servedOthers({ people }: Pick<HostingServer, 'people'>, session: Session): number {
  const isMeAmongThem = session.phase === 'joined' && session.target.hosted;
  return Math.max(0, people - (isMeAmongThem ? 1 : 0));
}

/** The same for a question, where none is said by saying nothing. */
export const servedIn = (served: number): { readonly served?: number } => (served === 0 ? {} : { served });

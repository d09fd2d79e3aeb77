/** What everybody in a room has to know of somebody: the same for every peer, and what Parley's own screen shows. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'host' | 'guest';
  readonly media: { readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean };
}

/** What a client of one of the peers says. */
export type Said =
  | { readonly type: 'join'; readonly room: string; readonly person: Omit<Person, 'id'> }
  | { readonly type: 'end'; readonly reason: string }
  | { readonly type: 'leave' }
  | { readonly type: 'signal'; readonly to: string; readonly data: string };

let people = 0;

export const nextId = (): string => `person-${(people += 1)}`;

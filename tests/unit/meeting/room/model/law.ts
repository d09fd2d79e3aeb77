/** The invariants of the reliability paper that rules alone can hold, by their numbers there, and what else must hold. */
export const LAWS = {
  1: 'invariant 1: a room ends only by an authorised command, the API or policy, and the log says by which',
  2: 'invariant 2: a locked room admits nobody new',
  3: 'invariant 3: ended is terminal for the incarnation, and no incarnation comes twice',
  4: 'invariant 4: whatever is done or suffered in a room, is by current members of its one incarnation',
  5: 'invariant 5: a removal with bar kills: never present, never a host, never resumed, always refused',
  6: 'invariant 6: rights are those in the room at the decision, neither more nor less',
  consent: 'nobody is switched on by others: a stop lasts until its owner says so, an ask until it is answered',
  share: 'one shares at a time, and whoever does stops by themselves, by who may mute them, or by being gone',
  hands: 'a hand is up from when its owner raised it until it is lowered or they go, and the first stands first',
  recording: 'whoever began to record and may does, until they stop, go, or come back on another device',
  spotlight: 'whoever was shown large to everybody last is, until that is taken back or they go',
  roles: 'nobody gives or takes what they do not hold, hosts alone say who is host, and the last one stays with others',
  sending: 'nobody is said to send what their role may not',
  speakers: 'nobody but a host becomes one speaker too many, and who is too many by a new limit is out (1004)',
  lobby: 'whom the lobby stops comes in only when somebody entitled has let them in, and nobody waits who is in',
  grace: 'figure 9: nobody is put out by 1001 before the grace time, whatever the clock does',
  policy:
    'figure 9: a policy closes a room when its time has come by the log and never before, whatever the clock does',
  scheduled:
    'a scheduled end comes when its time has come and never before, once, as it was ordered, unless it was cancelled or nobody is left',
  chat: 'who may chat is heard, no faster and no longer than allowed, and the room keeps no word of it',
  exits: 'each stay has exactly one exit, and only the caller of an end gets no removal by it',
  follows: 'what is decided can always follow: evolve never throws, changes nothing in place and counts each event',
  folds: 'the log folds to the same room, also after a trip through JSON and the schemas',
} as const;
export type Law = keyof typeof LAWS;

export class Broken extends Error {
  readonly law: Law;

  constructor(law: Law, what: string) {
    super(`${LAWS[law]}: ${what}`);
    this.law = law;
  }
}

export function must(law: Law, holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(law, what);
}

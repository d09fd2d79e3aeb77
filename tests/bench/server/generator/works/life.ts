import type { Dialect } from '../dialect.ts';
import { connect, disperse, everybody } from '../gathering.ts';
import type { Participant } from '../participant.ts';

export interface LifeRequest {
  readonly people: number;
  /** Everybody is connected before the clock starts, and all come in at once. */
  readonly mass: boolean;
  /** How many leave, one after the other, before the room is ended. */
  readonly leaves: number;
}

export interface LifeAnswer {
  /** From the first connection, or the first word where all were connected, until all know all. */
  readonly joinMs: number;
  /** From each leave until the last of those who stay was told. */
  readonly leaveMs: readonly number[];
  /** From the host's word until the last one was told. */
  readonly endMs: number;
}

/** Up to so many, everybody's frames are read afterwards; of more a sample's, spread over all. */
const ALL_READ = 100;
const SAMPLE = 20;

/** The life of one room: people come in, some leave, the host ends it. Rejects where somebody was told wrongly, or not. */
export async function life(dialect: Dialect, { people, mass, leaves }: LifeRequest): Promise<LifeAnswer> {
  const tickets = await dialect.invite(people);
  const together = everybody(people, 'who is in the room');
  const prepare = (participant: Participant, index: number): void => {
    if (people <= ALL_READ || index % Math.ceil(people / SAMPLE) === 0) participant.kept = [];
    participant.onKnown = (known) => {
      if (known === people) together.tell();
    };
  };
  let start = performance.now();
  const everyone = await connect(tickets, dialect, (participant, index) => {
    prepare(participant, index);
    if (!mass) participant.join();
  });
  if (mass) {
    start = performance.now();
    for (const participant of everyone) participant.join();
  }
  await together.done;
  const joinMs = performance.now() - start;
  for (const participant of everyone) checkRoster(participant, people);

  const staying = [...everyone];
  const leaveMs: number[] = [];
  for (let left = 0; left < leaves; left += 1) {
    const [leaver] = staying.splice(1, 1);
    if (leaver) leaveMs.push(await leave(dialect, leaver, staying));
  }
  const endMs = await end(dialect, staying);
  await disperse(everyone);
  return { joinMs, leaveMs, endMs };
}

async function leave(dialect: Dialect, leaver: Participant, staying: readonly Participant[]): Promise<number> {
  const told = toldBy(dialect.left(leaver.id), staying, 'who left');
  const start = performance.now();
  leaver.say(dialect.leave);
  await told;
  return performance.now() - start;
}

async function end(dialect: Dialect, staying: readonly Participant[]): Promise<number> {
  const told = toldBy(dialect.ended, staying, 'that the meeting was ended');
  const start = performance.now();
  staying[0]?.say(dialect.end);
  await told;
  return performance.now() - start;
}

/** Settles when a frame with these words has come to each of them. */
async function toldBy(words: string, people: readonly Participant[], what: string): Promise<void> {
  const bytes = Buffer.from(words);
  const all = everybody(people.length, what);
  for (const participant of people) {
    let told = false;
    participant.onFrame = (frame) => {
      if (told || !frame.includes(bytes)) return;
      told = true;
      all.tell();
    };
  }
  await all.done;
}

/** Everybody is named to everybody once: not only as many names as there are people. */
function checkRoster({ kept, name }: Participant, people: number): void {
  if (kept === null) return;
  const text = Buffer.concat(kept).toString('utf8');
  const names = Array.from(text.matchAll(/"name":"(p-\d+)"/g), ([, found]) => found);
  if (names.length !== people || new Set(names).size !== people) {
    throw new Error(`${name} was told of ${names.length}, ${new Set(names).size} of them different; ${people} are in`);
  }
}

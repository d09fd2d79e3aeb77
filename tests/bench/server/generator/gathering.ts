import { Latch } from '../../latch.ts';
import type { Dialect, Ticket } from './dialect.ts';
import { Participant } from './participant.ts';

/** Handshakes under way at once: beyond a server's backlog the system makes the rest wait for a second. */
const CONNECTING = 100;

/** Everybody who was waited for, or the error that says who is still missing. */
const PATIENCE_MS = 60_000;

/** Connects them, a hundred at a time; those who are told to join do so as soon as they are connected. */
export async function connect(
  tickets: readonly Ticket[],
  dialect: Dialect,
  each: (participant: Participant, index: number) => void,
): Promise<readonly Participant[]> {
  const people: Participant[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = (next += 1) - 1; index < tickets.length; index = (next += 1) - 1) {
      const ticket = tickets[index];
      if (!ticket) return;
      const participant = new Participant(ticket, dialect);
      people[index] = participant;
      await participant.opened;
      each(participant, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTING, tickets.length) }, one));
  return people;
}

/** Settles when everybody has called back once; names how many did not in time. */
export function everybody(count: number, what: string): { readonly done: Promise<void>; tell(): void } {
  let missing = count;
  const all = new Latch();
  const timer = setTimeout(() => {
    all.fail(new Error(`${missing} of ${count} were not told: ${what}`));
  }, PATIENCE_MS);
  return {
    done: all.opened,
    tell: () => {
      missing -= 1;
      if (missing > 0) return;
      clearTimeout(timer);
      all.open();
    },
  };
}

/** Rooms of that many, everybody in and knowing everybody. Not timed. */
export async function gather(dialect: Dialect, rooms: number, people: number): Promise<readonly Participant[][]> {
  const gathered: Participant[][] = [];
  for (let room = 0; room < rooms; room += 1) {
    const tickets = await dialect.invite(people);
    const together = everybody(people, 'who is in the room');
    const inside = await connect(tickets, dialect, (participant) => {
      const expected = participant.ticket.join === null ? 1 : people;
      let told = false;
      const look = (known: number): void => {
        if (known < expected || told) return;
        told = true;
        together.tell();
      };
      participant.onKnown = look;
      look(participant.known);
      participant.join();
    });
    await together.done;
    for (const participant of inside) participant.onKnown = null;
    gathered.push([...inside]);
  }
  return gathered;
}

export async function disperse(people: readonly Participant[]): Promise<void> {
  await Promise.all(people.map((participant) => participant.close()));
}

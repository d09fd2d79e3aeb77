import { Latch } from '../../../latch.ts';
import { cpuMs, hasProcfs } from '../../../procfs.ts';
import type { Dialect } from '../dialect.ts';
import { disperse, gather } from '../gathering.ts';
import type { Participant } from '../participant.ts';

/** An offer or answer as WebRTC makes them. */
const SIGNAL_BYTES = 2048;
const PEOPLE = 4;
const DATA = Buffer.from('"data":"');
const OFFER = 'O'.charCodeAt(0);
const WARM_UP_MS = 300;

/** Somebody who offers to the next in the room, and answers the one before. */
export interface Partner {
  readonly me: Participant;
  readonly offer: string;
  readonly answer: string;
  /** Offers that came here, and answers to one's own. */
  offers: number;
  answers: number;
}

/** Rooms of four, in which everybody offers to the next one in the circle. */
export async function partners(dialect: Dialect, rooms: number): Promise<readonly Partner[]> {
  const gathered = await gather(dialect, rooms, PEOPLE);
  return gathered.flatMap((people) =>
    people.map((me, index) => {
      const next = people[(index + 1) % PEOPLE] ?? me;
      const before = people[(index + PEOPLE - 1) % PEOPLE] ?? me;
      const offer = dialect.signal(me, next, 'O'.padEnd(SIGNAL_BYTES, 'x'));
      const answer = dialect.signal(me, before, 'A'.padEnd(SIGNAL_BYTES, 'x'));
      return { me, offer, answer, offers: 0, answers: 0 };
    }),
  );
}

/** Takes a relayed frame: answers an offer; true for an answer. Null for what is no signal. */
export function takeSignal(partner: Partner, frame: Buffer): boolean {
  const at = frame.indexOf(DATA);
  if (at < 0 || frame.length < SIGNAL_BYTES) return false;
  if (frame[at + DATA.length] === OFFER) {
    partner.offers += 1;
    partner.me.say(partner.answer);
    return false;
  }
  partner.answers += 1;
  return true;
}

export interface RelayRequest {
  readonly rooms: number;
  readonly ms: number;
  /** Whose CPU is counted. */
  readonly serverPid: number;
}

export interface RelayAnswer {
  readonly messagesPerSecond: number;
  /** The server's CPU for each of them; NaN where the system does not tell. */
  readonly microseconds: number;
}

/** Offers and answers, each participant's next offer as soon as the last was answered. Every single one must arrive. */
export async function relay(dialect: Dialect, { rooms, ms, serverPid }: RelayRequest): Promise<RelayAnswer> {
  const all = await partners(dialect, rooms);
  let going = true;
  let open = all.length;
  const finished = new Latch();
  for (const partner of all) {
    partner.me.onFrame = (frame) => {
      if (!takeSignal(partner, frame)) return;
      if (going) {
        partner.me.say(partner.offer);
      } else {
        open -= 1;
        if (open === 0) finished.open();
      }
    };
  }
  const relayed = (): number => all.reduce((sum, { offers, answers }) => sum + offers + answers, 0);
  for (const { me, offer } of all) me.say(offer);
  await passed(WARM_UP_MS);
  const cpu = (): number => (hasProcfs ? cpuMs(serverPid) : NaN);
  const [before, spent, start] = [relayed(), cpu(), performance.now()];
  await passed(ms);
  const [messages, cpuUsed, passedMs] = [relayed() - before, cpu() - spent, performance.now() - start];
  going = false;
  await finished.opened;
  for (const { offers, answers, me } of all) {
    if (offers === 0 || answers === 0) throw new Error(`${me.name} was offered ${offers}, answered ${answers}`);
  }
  const [offers, answers] = [sum(all, 'offers'), sum(all, 'answers')];
  if (offers !== answers) throw new Error(`${offers} offers, but ${answers} answers`);
  await disperse(all.map(({ me }) => me));
  return { messagesPerSecond: (messages * 1000) / passedMs, microseconds: (cpuUsed * 1000) / messages };
}

const sum = (all: readonly Partner[], what: 'offers' | 'answers'): number =>
  all.reduce((total, partner) => total + partner[what], 0);

/** The work goes on meanwhile; it is for a time, so a time is what is waited for. */
const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

import { Latch } from '../../../latch.ts';
import type { Dialect } from '../dialect.ts';
import { disperse } from '../gathering.ts';
import { partners, takeSignal } from './relay.ts';

export interface RoundTripRequest {
  readonly rooms: number;
  readonly offersPerSecond: number;
  readonly ms: number;
}

/** A bench that could not keep its own pace measured itself. */
const PACE = 0.9;
const WARM_UP_MS = 500;

/**
 * Offers at a steady pace, each from whoever has none under way: the milliseconds from each until its answer. The pace
 * does not wait for answers, so a server that falls behind is seen to.
 */
export async function roundTrip(dialect: Dialect, request: RoundTripRequest): Promise<readonly number[]> {
  const { rooms, offersPerSecond, ms } = request;
  const all = await partners(dialect, rooms);
  const idle = [...all];
  const times: number[] = [];
  let open = 0;
  const answered = new Latch();
  let going = true;
  const sentAt = new Map<(typeof all)[number], number>();
  for (const partner of all) {
    partner.me.onFrame = (frame) => {
      if (!takeSignal(partner, frame)) return;
      const now = performance.now();
      const sent = sentAt.get(partner) ?? now;
      if (sent >= start + WARM_UP_MS) times.push(now - sent);
      idle.push(partner);
      open -= 1;
      if (!going && open === 0) answered.open();
    };
  }
  const start = performance.now();
  let sent = 0;
  await new Promise<void>((resolve) => {
    const tick = (): void => {
      const elapsed = performance.now() - start;
      const due = Math.floor((Math.min(elapsed, ms) * offersPerSecond) / 1000);
      for (; sent < due; sent += 1) {
        const partner = idle.shift();
        if (!partner) break;
        sentAt.set(partner, performance.now());
        open += 1;
        partner.me.say(partner.offer);
      }
      if (elapsed < ms) setTimeout(tick, 1);
      else resolve();
    };
    tick();
  });
  going = false;
  if (open > 0) await answered.opened;
  const wanted = (offersPerSecond * ms) / 1000;
  if (sent < wanted * PACE) throw new Error(`only ${sent} of ${wanted} offers could be made`);
  const answers = all.reduce((sum, partner) => sum + partner.answers, 0);
  if (answers !== sent) throw new Error(`${sent} offers, but ${answers} answers`);
  await disperse(all.map(({ me }) => me));
  return times;
}

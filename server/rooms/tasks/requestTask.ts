import type { Order } from '#meeting/room/order.ts';
import type { Result } from '#protocol/errors.ts';
import type { Millis, Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { RoomActor } from '../roomActor.ts';

/** An order that comes over HTTP: what it comes to goes back as a value, the room's rev then. */
export function submitRequest(actor: RoomActor, order: (room: Room | null, at: Millis) => Order): Promise<Result<Rev>> {
  return new Promise((resolve) => {
    actor.submit({
      once: null,
      prepare: order,
      settle: (verdict) => {
        if (verdict.kind === 'done') resolve({ ok: true, value: verdict.rev });
        else resolve({ ok: false, error: verdict.kind === 'refused' ? verdict.error : { code: 'internal' } });
      },
    });
  });
}

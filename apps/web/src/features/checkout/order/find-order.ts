import "server-only";
import type { HoldingView } from "@evently/core/hold";
import type { HoldingId } from "@evently/core/ids";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { findBookedEvent } from "~/features/booking/find-booked-event";
import { getApi } from "~/trpc/server";

export type Order = { hold: HoldingView; event: BookedEvent; email: string | null };

/** Everything a checkout shows, in the visitor's name. Throws what `hold.get` and `event.get` throw. */
export async function findOrder(holding_id: string): Promise<Order> {
  const api = getApi();
  const [hold, user] = await Promise.all([
    api.hold.get.query({ holding_id: holding_id as HoldingId }),
    api.session.get.query(),
  ]);
  return { hold, event: await findBookedEvent(hold.event_id), email: user?.email ?? null };
}

import type { Movement } from "../accounting/movements.rules.ts";
import { createDates } from "../analytics/periods.rules.ts";
import type { EventCard } from "../event/event.ts";
import { toDecimal } from "../money/money.rules.ts";
import { decimal } from "../text/csv.ts";
import { toSeconds } from "../time.ts";
import type { Columns } from "./export.rules.ts";

/** Names of people are in none of them. The amounts add up to the net; what is disputed has columns of its own. */
export function accountingColumns({ timezone, currency }: Pick<EventCard, "timezone" | "currency">): Columns<Movement> {
  const dateOf = createDates(timezone);
  const write = (amount: number) => decimal(toDecimal(amount, currency));
  return [
    ["instant", ({ at }) => at],
    ["date", ({ at }) => dateOf(toSeconds(at))],
    ["kind", ({ kind }) => kind],
    ["method", ({ method }) => method],
    ["amount", ({ amount }) => write(amount)],
    ["currency", () => currency],
    ["booking_id", ({ booking_id }) => booking_id],
    ["booking_number", ({ booking_id }) => Number(booking_id.slice("booking-".length))],
    ["payment_id", ({ payment_id }) => payment_id],
    ["refund_id", ({ refund_id }) => refund_id],
    ["gateway_ref", ({ gateway_ref }) => gateway_ref],
    ["account", ({ account }) => account],
    ["disputed", ({ dispute }) => dispute && write(dispute.amount)],
    ["dispute_state", ({ dispute }) => dispute?.state ?? null],
  ];
}

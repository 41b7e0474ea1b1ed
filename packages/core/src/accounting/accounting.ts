import * as z from "zod/mini";
import { EventId } from "../ids.ts";

/** In the minor unit of the event's currency. */
const amount = z.int();

/** What came in, less what went back, less what the installation's operator kept: `net`. The parts of `by_method` add up to it. */
export const AccountingFigures = z.object({
  gross: amount,
  refunds: amount,
  fees: amount,
  net: amount,
  by_method: z.object({ card: amount, cash: amount, invoice: amount }),
});
export type AccountingFigures = z.infer<typeof AccountingFigures>;

/** The figures of one day of the venue, such as 2027-01-14. */
export const AccountingDay = z.object({ date: z.iso.date(), ...AccountingFigures.shape });
export type AccountingDay = z.infer<typeof AccountingDay>;

/** An event's money. Days are the venue's, earliest first, those without a movement left out. */
export const EventAccounting = z.object({
  event_id: EventId,
  currency: z.string(),
  timezone: z.string(),
  total: AccountingFigures,
  days: z.array(AccountingDay),
  /** What payers' banks took back or mean to, by how it stands; no part of the figures. */
  disputed: z.object({ open: amount, won: amount, lost: amount }),
});
export type EventAccounting = z.infer<typeof EventAccounting>;

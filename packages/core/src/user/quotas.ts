import * as z from "zod/mini";

export const QuotaKind = z.enum(["events", "venues", "seats"]);
export type QuotaKind = z.infer<typeof QuotaKind>;

const count = z.int().check(z.gte(0), z.lte(1_000_000));

/** Events are counted by their ids, in one item: so many take up to 210 kB of the 400 that it may have. */
export const mostUpcoming = 10_000;

/** How many upcoming events, venues, and seats in its venues an account may have. */
export const Quotas = z.object({ events: count.check(z.lte(mostUpcoming)), venues: count, seats: count });
export type Quotas = z.infer<typeof Quotas>;

export const usualQuotas: Quotas = { events: 100, venues: 20, seats: 60_000 };

import { nameSeat } from "@evently/core/seat/name-seats.rules";

type Listed = Parameters<typeof nameSeat>[0] & { holder: string | null };

const collator = new Intl.Collator("en", { numeric: true });

/** Tickets by name, whoever gave none last, or by seat as it is called: a device does not know the hall's order. */
export function orderTickets<T extends Listed>(tickets: readonly T[], sort: "name" | "seat"): T[] {
  const bySeat = (a: T, b: T) => collator.compare(nameSeat(a), nameSeat(b));
  const byName = (a: T, b: T) =>
    Number(a.holder === null) - Number(b.holder === null) || collator.compare(a.holder ?? "", b.holder ?? "");
  return tickets.toSorted((a, b) => (sort === "name" ? byName(a, b) || bySeat(a, b) : bySeat(a, b)));
}

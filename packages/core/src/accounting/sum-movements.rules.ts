import { toSeconds } from "../time.ts";
import type { AccountingFigures, EventAccounting } from "./accounting.ts";
import type { Movement } from "./movements.rules.ts";

export type Sums = Pick<EventAccounting, "total" | "days" | "disputed">;

/** Adds up movements by days, each of which `dateOf` names at an instant in epoch seconds. Keeps the days alone. */
export function createSums(dateOf: (at: number) => string): { add(movement: Movement): void; read(): Sums } {
  const total = noFigures();
  const days = new Map<string, AccountingFigures>();
  const disputed = { open: 0, won: 0, lost: 0 };
  return {
    add(movement) {
      if (movement.dispute) {
        disputed[movement.dispute.state] += movement.dispute.amount;
        return;
      }
      const date = dateOf(toSeconds(movement.at));
      const day = days.get(date) ?? noFigures();
      days.set(date, day);
      for (const figures of [total, day]) addTo(figures, movement);
    },
    read: () => ({
      total,
      days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, figures]) => ({ date, ...figures })),
      disputed,
    }),
  };
}

const noFigures = (): AccountingFigures => ({
  ...{ gross: 0, refunds: 0, fees: 0, net: 0 },
  by_method: { card: 0, cash: 0, invoice: 0 },
});

function addTo(figures: AccountingFigures, { kind, method, amount }: Movement): void {
  switch (kind) {
    case "sale":
      figures.gross += amount;
      break;
    case "refund":
      figures.refunds -= amount;
      break;
    case "fee":
    case "fee_refund":
      figures.fees -= amount;
      break;
    case "dispute":
      return;
  }
  figures.net += amount;
  if (method !== "none") figures.by_method[method] += amount;
}

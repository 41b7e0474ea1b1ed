import type { Clock } from "../time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { updateItem } from "./update-item.ts";

export const kinds = ["venue", "event", "user", "holding", "booking", "payment"] as const;
export type Kind = (typeof kinds)[number];

/** Where new ids come from: `venue-00001`, `venue-00002`, … Gaps are harmless, repeats impossible. */
export type Ids = { next(kind: Kind): Promise<string> };

const largestBlock = 64;
const busyBelow = 1;

type Block = { next: number; end: number; size: number; leasedAt: number; leasing: Promise<void> | null };

/**
 * Counts in the table, one item a kind. A block of numbers is leased at a time: of one while it is quiet, doubling up
 * to 64 while a block lasts under a second, so that a rush pays 1/64 of a write for an id.
 */
export function createIds(table: Table, clock: Clock): Ids {
  const blocks = new Map<Kind, Block>();

  async function lease(kind: Kind, block: Block): Promise<void> {
    const now = clock();
    const busy = block.size > 0 && now - block.leasedAt < busyBelow;
    const size = busy ? Math.min(largestBlock, block.size * 2) : 1;
    const outcome = await updateItem(table, {
      key: keys.counter(kind),
      update: "ADD n :size",
      values: { ":size": size },
    });
    if (!outcome.done) throw new Error(`the counter of ${kind} refused`);
    const end = Number(outcome.item.n);
    Object.assign(block, { next: end - size + 1, end, size, leasedAt: now });
  }

  return {
    async next(kind) {
      const block = blocks.get(kind) ?? { next: 1, end: 0, size: 0, leasedAt: 0, leasing: null };
      blocks.set(kind, block);
      while (block.next > block.end) {
        block.leasing ??= lease(kind, block).finally(() => {
          block.leasing = null;
        });
        await block.leasing;
      }
      return `${kind}-${String(block.next++).padStart(5, "0")}`;
    },
  };
}

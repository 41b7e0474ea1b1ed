import type { DeadWork } from "@evently/core/scheduled-work/dead-work";
import { describeColumns } from "./describe-columns.ts";

/** What an operator reads of dead work; of its errors only the class, since messages may name people. */
export function describeDeadWork(works: readonly DeadWork[]): string {
  if (works.length === 0) return "No work is dead.\n";
  const rows = works.map(({ kind, key, attempts, error, died_at }) => [kind, key.pk, attempts, error, died_at]);
  const head = ["kind", "key", "attempts", "last error", "dead since"];
  return `${describeColumns([head, ...rows])}${works.length} dead. Once the cause is gone, retry makes them due again.\n`;
}

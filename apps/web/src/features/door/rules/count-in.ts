import type { CheckInList } from "@evently/core/door";

type Counts = Pick<CheckInList, "admitted" | "expected" | "by_gate">;

/** The server's counts with one more at a gate, until they are asked for anew. */
export function countIn(counts: Counts, gate: string | null): Counts {
  const known = counts.by_gate.some((row) => row.gate === gate);
  const rows = known ? counts.by_gate : [...counts.by_gate, { gate, admitted: 0 }];
  const by_gate = rows.map((row) => (row.gate === gate ? { ...row, admitted: row.admitted + 1 } : row));
  return { ...counts, admitted: counts.admitted + 1, by_gate };
}

import type { Layout } from "@evently/core/layout";

export type TypeCount = { seat_type: string; count: number };

/** The seats of each type, in the order of the types. */
export function countTypes({ seat_types, rows }: Pick<Layout, "seat_types" | "rows">): TypeCount[] {
  const counts = seat_types.map(() => 0);
  for (const { types } of rows) for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return seat_types.map((seat_type, type) => ({ seat_type, count: counts[type] ?? 0 }));
}

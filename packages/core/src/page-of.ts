import type { Core } from "./core.ts";
import { openCursor, sealCursor } from "./cursor.ts";

export type Page<T> = { items: T[]; next_cursor: string | null };

/** The order of a list: the position of an item, stored as JSON in cursors, and the comparison of two positions. */
export type Order<T, Position> = {
  position(item: T): Position;
  compare(a: Position, b: Position): number;
};

/**
 * A page of an in-memory list: the items after the cursor's position, even if the list changed since. Throws
 * INVALID_CURSOR.
 */
export function pageOf<T, Position>(
  { secret }: Pick<Core, "secret">,
  scope: string,
  list: readonly T[],
  order: Order<T, Position>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<T> {
  const after = cursor ? (JSON.parse(openCursor(secret, scope, cursor)) as Position) : undefined;
  const left = list
    .map((item) => ({ item, at: order.position(item) }))
    .filter(({ at }) => after === undefined || order.compare(at, after) > 0)
    .sort((a, b) => order.compare(a.at, b.at));
  const last = left.length > limit ? left[limit - 1] : undefined;
  return {
    items: left.slice(0, limit).map(({ item }) => item),
    next_cursor: last ? sealCursor(secret, scope, JSON.stringify(last.at)) : null,
  };
}

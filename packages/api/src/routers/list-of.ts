import * as z from "zod/mini";

/** A page of a list and the cursor of the next page; null at the end. */
export function listOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.nullable(z.string()) });
}

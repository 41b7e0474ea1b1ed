import * as z from "zod/mini";

/** A part of a list, and where the next part begins; null at its end. */
export function listOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next_cursor: z.nullable(z.string()) });
}

import * as z from "zod/mini";

/** Pagination input, `usual` items by default; `limit` may be text because of query strings. */
export const pageBy = (usual: number) => ({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), usual),
  cursor: z.optional(z.string().check(z.maxLength(600))),
});

export const page = pageBy(50);

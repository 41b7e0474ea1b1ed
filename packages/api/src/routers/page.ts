import * as z from "zod/mini";

/** How much of a list, `usual` where nothing is said, and from where: `limit` may come as text, from a query string. */
export const pageBy = (usual: number) => ({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), usual),
  cursor: z.optional(z.string().check(z.maxLength(600))),
});

export const page = pageBy(50);

import * as z from "zod/mini";

/** How much of a list, and from where: `limit` may come as text, from a query string. */
export const page = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  cursor: z.optional(z.string().check(z.maxLength(600))),
};

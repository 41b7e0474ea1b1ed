import * as z from "zod/mini";

/**
 * Where a request comes from, as keyed hashes: nobody can find the address in the table. `near` is an IPv4 address or
 * an IPv6 /64, which belong to one household or company; `wide` is the /48 around the latter, null for IPv4.
 */
export const Network = z.object({ near: z.string(), wide: z.nullable(z.string()) });
export type Network = z.infer<typeof Network>;

/** How many times as much as a near network a wide one is allowed. */
export const wideFactor = 10;

/** The keys that are counted, each with the factor of its limits. */
export function keysOf({ near, wide }: Network): { key: string; factor: number }[] {
  return [{ key: near, factor: 1 }, ...(wide === null ? [] : [{ key: wide, factor: wideFactor }])];
}

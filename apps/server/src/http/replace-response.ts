import type { Context } from "hono";

/**
 * Replaces the response without keeping the earlier headers: otherwise Hono copies both, with their bodies as streams.
 */
export function replaceResponse(c: Context, response: Response): void {
  c.res = undefined;
  c.res = response;
}

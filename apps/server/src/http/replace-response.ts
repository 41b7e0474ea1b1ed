import type { Context } from "hono";

/** Takes another response for the one so far, without its headers: Hono would copy both, and their bodies as streams. */
export function replaceResponse(c: Context, response: Response): void {
  c.res = undefined;
  c.res = response;
}

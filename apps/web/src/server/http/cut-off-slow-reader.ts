import type { ServerResponse } from "node:http";

/** For a page, at 5 kB a second. */
const usualMs = 60_000;

/** Closes the connection of whoever has not read a page by then: while they read, what is left of it takes memory. */
export function cutOffSlowReader(response: ServerResponse, withinMs = usualMs): void {
  const timer = setTimeout(() => response.destroy(), withinMs);
  response.once("close", () => clearTimeout(timer));
}

import { appRouter } from "../root.ts";
import { findRoute } from "./find-route.ts";

const procedures = new Set(Object.keys(appRouter._def.procedures));
const prefix = "/trpc/";

/**
 * The route of a request as one of a fixed set of names: a REST route as its pattern, `/trpc/hold.place`,
 * `/trpc/{batch}` for several calls at once, null for an unknown path. It contains no input, so it may be logged and
 * counted.
 */
export function nameRoute(method: string, path: string): string | null {
  if (!path.startsWith(prefix)) return findRoute(method, path)?.target.rest.path ?? null;
  const names = path.slice(prefix.length);
  if (/,|%2c/i.test(names)) return `${prefix}{batch}`;
  return procedures.has(names) ? prefix + names : null;
}

import { appRouter } from "../root.ts";
import { findRoute } from "./find-route.ts";

const procedures = new Set(Object.keys(appRouter._def.procedures));
const prefix = "/trpc/";

/**
 * What a request asks for, as few and known names: a REST route as its pattern, `/trpc/hold.place`, `/trpc/{batch}` for
 * several calls at once, null for what leads nowhere. Nothing of what was typed is in it, so it may be kept and counted.
 */
export function nameRoute(method: string, path: string): string | null {
  if (!path.startsWith(prefix)) return findRoute(method, path)?.target.rest.path ?? null;
  const asked = path.slice(prefix.length);
  if (/,|%2c/i.test(asked)) return `${prefix}{batch}`;
  return procedures.has(asked) ? prefix + asked : null;
}

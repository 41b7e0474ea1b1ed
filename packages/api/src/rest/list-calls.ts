import { bodyLimits } from "../middleware/body-limits.ts";
import { costOf, dear } from "../middleware/request-costs.ts";
import { appRouter } from "../root.ts";
import type { Meta } from "../trpc.ts";
import { findRoute } from "./find-route.ts";

const procedures = new Map(
  Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { meta?: Meta } }>),
);
const prefix = "/trpc/";

/** The procedures that a request calls, over tRPC or REST, as it names them: there may be no such one. */
export function listCalls(method: string, path: string): string[] {
  if (path.startsWith(prefix)) return path.slice(prefix.length).split(/,|%2c/i);
  const route = findRoute(method, path);
  return route ? [route.target.name] : [];
}

/** What a request costs of its client's rate limit: at least 1. */
export function costOfRequest(method: string, path: string): number {
  const costs = listCalls(method, path).map(costOf);
  return Math.max(
    1,
    costs.reduce((sum, cost) => sum + cost, 0),
  );
}

/** How many of these procedures answer something of every seat, or another long list; the longest counts twice. */
export const countLongLists = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + lengthOf(name), 0);

function lengthOf(name: string): number {
  if (name === "seat.list") return 2;
  return name === "seat.map" || (Object.hasOwn(dear, name) && dear[name] === "list") ? 1 : 0;
}

/** The largest body, in bytes, that any of these procedures takes. */
export function bodyLimitOf(names: readonly string[]): number {
  return Math.max(
    ...names.map((name) => bodyLimits[procedures.get(name)?._def.meta?.body ?? "usual"]),
    bodyLimits.usual,
  );
}

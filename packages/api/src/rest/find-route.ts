import type { RestRoute } from "../trpc.ts";
import { listRoutes } from "./list-routes.ts";
import { matchRoute, type Route, sortRoutes, toRoute } from "./match-route.ts";

type Target = { name: string; rest: RestRoute; takesInput: boolean };

const routes: Route<Target>[] = sortRoutes(
  listRoutes().map(({ name, rest, input }) => {
    return toRoute(rest.method, rest.path, { name, rest, takesInput: input !== null });
  }),
);

/** The REST route that a request asks for, with what its path's names stand for; null where it leads nowhere. */
export function findRoute(method: string, path: string): { target: Target; params: Record<string, string> } | null {
  return matchRoute(routes, method === "HEAD" ? "GET" : method, path);
}

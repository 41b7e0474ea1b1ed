import { takesIfMatch } from "./if-match.ts";
import { listRoutes } from "./list-routes.ts";
import { matchRoute, type Route, sortRoutes, toRoute } from "./match-route.ts";
import type { RestRoute } from "./rest-route.ts";

type Target = { name: string; rest: RestRoute; isMutation: boolean; takesInput: boolean; takesIfMatch: boolean };

/** A request's route, and its path parameters by name. */
export type RouteMatch = { target: Target; params: Record<string, string> };

const routes: Route<Target>[] = sortRoutes(
  listRoutes().map(({ name, rest, isMutation, input }) => {
    return toRoute(rest.method, rest.path, {
      name,
      rest,
      isMutation,
      takesInput: input !== null,
      takesIfMatch: takesIfMatch(rest, input),
    });
  }),
);

/** The REST route of a request with its path parameters; null for an unknown path. */
export function findRoute(method: string, path: string): RouteMatch | null {
  return matchRoute(routes, method === "HEAD" ? "GET" : method, path);
}

import type { RestRoute } from "../rest/rest-route.ts";

/** Whether a response asks the caller for an action, such as the bank's challenge, before the same request is sent again. */
export function requiresAction(rest: RestRoute | undefined, output: unknown): boolean {
  return rest?.pending !== undefined && typeof output === "object" && output !== null && "next_action" in output;
}

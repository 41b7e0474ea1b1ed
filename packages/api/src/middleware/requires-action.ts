import type { RestRoute } from "../rest/rest-route.ts";

/** Whether the caller has to act, for example on the bank's challenge, before sending the same request again. */
export function requiresAction(rest: RestRoute | undefined, output: unknown): boolean {
  return rest?.pending !== undefined && typeof output === "object" && output !== null && "next_action" in output;
}

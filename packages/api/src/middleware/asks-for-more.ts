import type { RestRoute } from "../trpc.ts";

/** Whether an answer leaves something for the caller to do first, after which it is to ask again. */
export function asksForMore(rest: RestRoute | undefined, output: unknown): boolean {
  return rest?.pending !== undefined && typeof output === "object" && output !== null && "next_action" in output;
}

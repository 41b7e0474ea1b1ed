import type { ErrorCode } from "@evently/core/errors";
import type { Actor } from "@evently/core/user";
import { openPrinter } from "@evently/tickets/open-printer";
import type { TRPCError } from "@trpc/server";
import type { Context } from "../context.ts";
import { toEventlyError } from "../middleware/to-evently-error.ts";
import { createCaller } from "../root.ts";
import type { World } from "./open-world.ts";

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Calls a procedure in the name of an actor, or with a door key; answers the code of its failure, null where there was none. */
export async function callAs(
  world: World,
  name: string,
  caller: Actor | { key: string } | null,
  input: unknown,
): Promise<ErrorCode | null> {
  const [noun = "", verb = ""] = name.split(".");
  const [actor, key] = caller && "key" in caller ? [null, caller.key] : [caller, null];
  const context: Context = {
    core: world.core,
    printer: openPrinter(),
    request_id: "r-1",
    token: actor === world.attendee ? world.token : key,
    device: null,
    siteOrigin: null,
    findActor: async () => actor,
    findGuest: async () => null,
    isCrossSite: false,
    isFromOtherSite: false,
    network: null,
    proof: null,
    setSession: () => undefined,
    chargeScans: () => undefined,
    clearSession: () => undefined,
    idempotencyKey: null,
    markReplayed: () => undefined,
  };
  const procedures = createCaller(context) as unknown as Caller;
  try {
    await procedures[noun]?.[verb]?.(input);
    return null;
  } catch (error) {
    return toEventlyError(error as TRPCError, "r-1").code;
  }
}

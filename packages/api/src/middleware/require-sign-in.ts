import { EventlyError } from "@evently/core/errors";
import type { Actor } from "@evently/core/user";
import type { Context } from "../context.ts";

/** The caller of a route that is also open to everyone. Throws SIGN_IN_REQUIRED. */
export async function requireSignIn({ findActor }: Pick<Context, "findActor">): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw new EventlyError("SIGN_IN_REQUIRED", {});
  return actor;
}

import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { transact } from "../table/transact.ts";
import { writeNew } from "../table/write-new.ts";
import { toInstant } from "../time.ts";
import { openSession } from "./session.ts";
import { claimEmail, putUser } from "./user.table.ts";
import type { CreateUser, StartGuest, User } from "./user.ts";

export type Started = { user: User; token: string };

/** An account with its first session. Throws EMAIL_TAKEN: the claim's condition decides, so of many at once one wins. */
export async function createUser(core: Core, input: CreateUser): Promise<Started> {
  const user = await describeUser(core, input);
  const { token, write } = openSession(user, core.clock());
  const outcome = await transact(core.table, [claimEmail(input.email, user.user_id), putUser(user), write]);
  const ours = !outcome.done && outcome.refusals.some(({ item }) => item?.user_id === user.user_id);
  if (!outcome.done && !ours) throw new EventlyError("EMAIL_TAKEN", {});
  return { user, token };
}

/** A guest with a session: may hold and book at once, and become an account later. */
export async function startGuest(core: Core, input: StartGuest): Promise<Started> {
  const user = await describeUser(core, { ...input, role: "guest" });
  const { token, write } = openSession(user, core.clock());
  await writeNew(core.table, [putUser(user), write]);
  return { user, token };
}

async function describeUser(
  core: Core,
  input: Partial<Pick<CreateUser, "email" | "phone" | "name">> & Pick<User, "role">,
): Promise<User> {
  return {
    user_id: (await core.ids.next("user")) as User["user_id"],
    email: input.email ?? null,
    phone: input.phone ?? null,
    name: input.name ?? null,
    role: input.role,
    created_at: toInstant(core.clock()),
  };
}

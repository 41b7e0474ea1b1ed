import type { Core } from "@evently/core/core";
import type { OwnerId, UserId } from "@evently/core/ids";
import { grantRole } from "@evently/core/operator/grant-role";
import { makeSignInLink } from "@evently/core/operator/make-sign-in-link";
import { setAccountQuota } from "@evently/core/operator/set-account-quota";
import type { Role } from "@evently/core/user";
import { mostUpcoming, type QuotaKind } from "@evently/core/user/quotas";
import { describeGranted } from "./describe-granted.ts";
import { describeSignInLink } from "./describe-sign-in-link.ts";
import { say } from "./say.ts";

export async function quota(core: Core, owner: OwnerId, kind: QuotaKind, limit: number): Promise<number> {
  if (kind === "events" && limit > mostUpcoming)
    return say(`An account has at most ${mostUpcoming} upcoming events.\n`, 2);
  const { before, usage } = await setAccountQuota(core, { owner, kind, limit });
  const has = kind === "events" ? usage.events.length : usage[kind];
  return say(`${owner} has ${has} of at most ${limit} ${kind}; the limit was ${before[kind]}.\n`, 0);
}

export async function grant(core: Core, role: Exclude<Role, "guest">, user_id: UserId): Promise<number> {
  return say(describeGranted(user_id, await grantRole(core, { user_id, role })), 0);
}

export async function printSignInLink(core: Core, user_id: UserId, origin: string | null): Promise<number> {
  const { token } = await makeSignInLink(core, { user_id });
  return say(describeSignInLink(user_id, token, origin), 0);
}

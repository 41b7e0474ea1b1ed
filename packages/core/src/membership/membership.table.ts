import { EventlyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import type { MemberRole } from "../organization/organization.ts";
import { dynamicUpdate, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import type { User } from "../user/user.ts";
import { mostMemberships } from "./limits.rules.ts";

/** An account of the version before has no list of memberships yet, and nothing can be added to what is not there. */
export function ensureMemberships(user_id: UserId): UpdateAction {
  return update({
    key: keys.user(user_id),
    update: "SET memberships = if_not_exists(memberships, :none)",
    condition: "attribute_exists(pk)",
    values: { ":none": {} },
  });
}

/** An organization of an account's own instead of `former`, whatever it has joined since. Fails for a guest, and if it has got another one. */
export function ownFirst(
  { user_id, memberships }: User,
  organization_id: OrganizationId,
  former: OrganizationId | null,
): UpdateAction {
  const once = former ? "own_organization = :former" : "attribute_not_exists(own_organization)";
  const first = memberships === undefined;
  return dynamicUpdate({
    key: keys.user(user_id),
    update: `SET ${first ? "memberships = :first" : "memberships.#id = :owner"}, own_organization = :id`,
    condition: `#role <> :guest AND ${once} AND attribute_not_exists(memberships${first ? "" : ".#id"})`,
    names: { "#role": "role", ...(first ? {} : { "#id": organization_id }) },
    values: {
      ...{ ":guest": "guest", ":id": organization_id, ...(former ? { ":former": former } : {}) },
      ...(first ? { ":first": { [organization_id]: "owner" } } : { ":owner": "owner" }),
    },
  });
}

/** Fails for a guest, for whoever is suspended, for whoever is a member already, and beyond the limit. */
export function addMembership(user_id: UserId, organization_id: OrganizationId, role: MemberRole): UpdateAction {
  return update({
    key: keys.user(user_id),
    update: "SET memberships.#id = :as",
    condition:
      "#role <> :guest AND attribute_not_exists(suspended) AND attribute_not_exists(memberships.#id) AND size(memberships) < :most",
    names: { "#id": organization_id, "#role": "role" },
    values: { ":as": role, ":guest": "guest", ":most": mostMemberships },
  });
}

/** Why a membership was not added, by the account's item. */
export function refusedMembership(item: Item | null, organization_id?: OrganizationId): EventlyError {
  if (item?.suspended) return new EventlyError("SUSPENDED", {});
  const { memberships = {} } = (item ?? {}) as Pick<User, "memberships">;
  if (organization_id && memberships[organization_id]) return new EventlyError("ALREADY_MEMBER", {});
  return new EventlyError("MEMBERSHIP_LIMIT", { limit: mostMemberships });
}

type Step = { user_id: UserId; organization_id: OrganizationId; from: MemberRole };

/** Fails unless they have the role that was read. */
export function changeMembership({ user_id, organization_id, from }: Step, to: MemberRole): Action {
  return update({
    key: keys.user(user_id),
    update: "SET memberships.#id = :to",
    condition: "memberships.#id = :from",
    names: { "#id": organization_id },
    values: { ":to": to, ":from": from },
  });
}

/** The same for one that ends: what they wrote as its member is still found. */
export function endMembership({ user_id, organization_id, from }: Step): Action {
  return update({
    key: keys.user(user_id),
    update: "REMOVE memberships.#id ADD was_in :left",
    condition: "memberships.#id = :from",
    names: { "#id": organization_id },
    values: { ":from": from, ":left": new Set([organization_id]) },
  });
}

type Joining = { user_id: UserId; organization_id: OrganizationId; role: MemberRole };

/** As `addMembership`, for whoever is known to have an address. */
export function joinWith(email: string, { user_id, organization_id, role }: Joining): UpdateAction {
  const { key, update: set, condition, names, values } = addMembership(user_id, organization_id, role);
  return dynamicUpdate({
    ...{ key, update: set, condition: `${condition} AND email = :email AND attribute_exists(verified_at)` },
    ...{ names: names ?? {}, values: { ...values, ":email": email } },
  });
}

import { EventlyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../ids.ts";
import type { MemberRole, Memberships } from "../organization/organization.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Item, UpdateAction } from "../table/transact.ts";
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

/** The first memberships of an account of the version before. Fails once it has some, or is suspended. */
export function beginMemberships(user_id: UserId, memberships: Memberships): UpdateAction {
  return update({
    key: keys.user(user_id),
    update: "SET memberships = :first",
    condition: "#role <> :guest AND attribute_not_exists(memberships) AND attribute_not_exists(suspended)",
    names: { "#role": "role" },
    values: { ":first": memberships, ":guest": "guest" },
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
export const refusedMembership = (item: Item | null): EventlyError =>
  item?.suspended
    ? new EventlyError("SUSPENDED", {})
    : new EventlyError("MEMBERSHIP_LIMIT", { limit: mostMemberships });

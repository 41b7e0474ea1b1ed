import type { EventId, OwnerId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { mostItems } from "../table/as-bulk.ts";
import { keys } from "../table/keys.ts";
import type { UpdateAction } from "../table/transact.ts";

/** How many bulk creations a process carries out at once; the others wait. */
export const mostCreations = 2;

/** After how long another one may begin although this one was not renewed, in seconds: its process has died. */
export const creationLease = 120;

/** How often it is renewed while it waits and works: two renewals may fail before it is lost. */
export const creationRenewal = creationLease / 4;

/** The creation of `seats` seats, named by the first event that it creates. */
export type Creation = { owner_id: OwnerId; id: EventId; seats: number };

/** An owner has one bulk creation at once. */
export const isBulk = ({ seats }: Pick<Creation, "seats">): boolean => seats > mostItems;

/** Refused while another one is under way; one that is taken again goes on. */
export function takeCreation({ owner_id, id }: Creation, now: number): UpdateAction {
  return update({
    key: keys.usage(owner_id),
    update: "SET creating = :id, creating_until = :until",
    condition: "attribute_not_exists(creating_until) OR creating_until < :now OR creating = :id",
    values: { ":id": id, ":until": now + creationLease, ":now": now },
  });
}

export function renewCreation({ owner_id, id }: Creation, now: number): UpdateAction {
  return update({
    key: keys.usage(owner_id),
    update: "SET creating_until = :until",
    condition: "creating = :id",
    values: { ":id": id, ":until": now + creationLease },
  });
}

export function endCreation({ owner_id, id }: Creation): UpdateAction {
  return update({
    key: keys.usage(owner_id),
    update: "REMOVE creating, creating_until",
    condition: "creating = :id",
    values: { ":id": id },
  });
}

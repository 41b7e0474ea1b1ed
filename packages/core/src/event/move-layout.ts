import type { EventId, LayoutId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";

/** The event's layout as read -> one with the same seats in the same order, and other labels. */
export function moveLayout(event_id: EventId, from: LayoutId, to: LayoutId): Action {
  return update({
    key: keys.event(event_id),
    update: "SET layout_id = :to, revision = if_not_exists(revision, :zero) + :one",
    condition: "layout_id = :from",
    values: { ":from": from, ":to": to, ":zero": 0, ":one": 1 },
  });
}

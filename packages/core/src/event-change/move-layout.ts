import type { StoredEvent } from "../event/event.table.ts";
import type { LayoutId } from "../ids.ts";
import { type Changes, putJournal } from "../journal/journal.table.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";

type Carried = { at: number; actor: Actor | null; changes: Changes };

/** The event as read -> one with the same seats in the same order, and other labels, of which its journal tells. */
export function moveLayout(
  { event_id, layout_id, revision }: Pick<StoredEvent, "event_id" | "layout_id" | "revision">,
  to: LayoutId,
  carried: Carried,
): Action[] {
  const next = revision + 1;
  return [
    update({
      key: keys.event(event_id),
      update: "SET layout_id = :to, revision = :next",
      // One that was written by the version before has no revision.
      condition: "layout_id = :from AND (attribute_not_exists(revision) OR revision = :read)",
      values: { ":from": layout_id, ":to": to, ":read": revision, ":next": next },
    }),
    putJournal({ subject: event_id, action: "seats.carried", revision: next, ...carried }),
  ];
}

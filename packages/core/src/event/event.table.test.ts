import { expect, it } from "vitest";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import { id } from "../testing/id.ts";
import { moveStatus, type StoredEvent } from "./event.table.ts";
import type { EventStatus } from "./event.ts";

const event_id = id.event(1);
const start_time = "2027-02-01T20:00:00.000Z";
const now = 1_800_000_000;
const { due_shard, due_at } = dueAt(event_id, now);
const due = { ":shard": due_shard, ":due": due_at };
const dueFirst = "due_shard = :shard, due_at = :due, cancelling_since = if_not_exists(cancelling_since, :due)";
const offSale = "SET #status = :to, after_copy = :null REMOVE catalog_kind, catalog_order, due_shard, due_at";

const published = {
  update:
    "SET #status = :to, after_copy = :null, catalog_kind = :kind, catalog_order = :order REMOVE due_shard, due_at",
  values: { ":kind": "event", ":order": `${start_time}#${event_id}` },
};

it.each<[EventStatus, EventStatus, { update: string; values: object }]>([
  ["draft", "published", published],
  ["paused", "published", published],
  ["published", "paused", { update: offSale, values: {} }],
  ["draft", "draft", { update: offSale, values: {} }],
  ["cancelling", "cancelled", { update: offSale, values: {} }],
  [
    "published",
    "cancelling",
    { update: `SET #status = :to, after_copy = :null, ${dueFirst} REMOVE catalog_kind, catalog_order`, values: due },
  ],
  [
    "draft",
    "cancelling",
    {
      update: `SET #status = :to, after_copy = :null, never_shown = :yes, ${dueFirst} REMOVE catalog_kind, catalog_order`,
      values: { ...due, ":yes": true },
    },
  ],
])("%s -> %s keeps the catalog and the due index in step", (from, to, { update, values }) => {
  const event = { event_id, start_time, status: from, after_copy: "keep" } as StoredEvent;
  expect(moveStatus(event, to, now)).toEqual({
    key: keys.event(event_id),
    update,
    condition: "#status = :from AND after_copy = :after",
    names: { "#status": "status" },
    values: { ":from": from, ":to": to, ":after": "keep", ":null": null, ...values },
  });
});

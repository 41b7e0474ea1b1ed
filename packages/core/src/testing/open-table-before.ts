import { readFile } from "node:fs/promises";
import { BatchWriteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { IdempotentResponse } from "../idempotency/idempotency.ts";
import type { BookingId, EventId, HoldingId, VenueId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { openCore, startClock, type TestCore } from "./open-core.ts";

type Who = "organizer" | "attendee" | "member" | `guest ${"A" | "B" | "C" | "D" | "E" | "F" | "G" | "H"}`;
type KeyedRequest = { key: string; route: string; who: Who; body: unknown; answer: IdempotentResponse | null };
type HoldName =
  | "declinedThenExpired"
  | "expired"
  | "voided"
  | "voiding"
  | "started"
  | "authorized"
  | "challenged"
  | "toPay"
  | "toExtend"
  | "toRelease"
  | "extended"
  | "released"
  | "declined"
  | "keyed"
  | "free"
  | "cancelling";
type BookingName =
  | "paid"
  | "cancelled"
  | "unfolded"
  | "authorized"
  | "refunding"
  | "free"
  | "paused"
  | "cancelling A"
  | "cancelling B"
  | "cancelling C";

/** What the version before left behind, by names that say what it is; `opened_at` in epoch seconds, a moment after its last write. */
export type Before = {
  opened_at: number;
  users: Record<Who, Actor>;
  /** By who has it; the last two stand for nobody any more. */
  tokens: Record<string, string>;
  events: Record<"concert" | "free" | "paused" | "cancelling" | "cancelled" | "draft" | "begun", EventId>;
  venues: Record<"hall" | "studio", VenueId>;
  holds: Record<HoldName, HoldingId>;
  bookings: Record<BookingName, BookingId>;
  /** Requests that carried an Idempotency-Key; `answer` is null where its process died before it had one. */
  keyed: KeyedRequest[];
};

export type TableBefore = {
  core: TestCore;
  before: Before;
  /** As the engine had them, in the order of their keys. */
  items: Item[];
  /** What the version before answered at `opened_at`, by the names that readEverything uses. */
  answers: Record<string, unknown>;
};

const folder = new URL("./table-before/", import.meta.url);
const batchSize = 25;

/**
 * A core of today on the table and the ledger in `table-before/`. Those were written once by the verbs of commit d56ff15, on
 * dynoxide and at a clock that stood in the year 2100, since engines remove what is past its purge_at by the true time;
 * they are never written again. Payments, holds and requests there belong to processes that died.
 */
export async function openTableBefore(): Promise<TableBefore> {
  const before = await readFixture<Before>("known.json");
  const items = (await readFixture<Item[]>("items.json")).map(withBytes);
  const ledger = new URL("payments.jsonl", folder);
  const core = await openCore({ clock: startClock(before.opened_at), ledger });
  await writeItems(core.table, items);
  return { core, before, items, answers: await readFixture("answers.json") };
}

/** Everything the table has, in the order of the fixture. */
export async function dumpTable(table: Table): Promise<Item[]> {
  const items: Item[] = [];
  let after: Item | undefined;
  do {
    const page = await table.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: after }),
    );
    items.push(...(page.Items ?? []));
    after = page.LastEvaluatedKey;
  } while (after);
  const place = ({ pk, sk }: Item) => `${pk}\n${sk}`;
  return items.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

async function readFixture<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, folder), "utf8")) as T;
}

/** A packed layout is the one thing that JSON can't spell. */
function withBytes(item: Item): Item {
  const packed = item.packed as { base64: string } | undefined;
  return packed ? { ...item, packed: new Uint8Array(Buffer.from(packed.base64, "base64")) } : item;
}

export async function writeItems(table: Table, items: Item[]): Promise<void> {
  const puts = items.map((Item) => ({ PutRequest: { Item } }));
  for (let from = 0; from < puts.length; from += batchSize) {
    const RequestItems = { [table.name]: puts.slice(from, from + batchSize) };
    const { UnprocessedItems } = await table.send(new BatchWriteCommand({ RequestItems }));
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error("the engine did not take the items");
  }
}

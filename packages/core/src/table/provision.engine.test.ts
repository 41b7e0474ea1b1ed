import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { EventCard } from "../event/event.ts";
import { createEvent } from "../event-change/create-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { acquireLease } from "../idempotency/acquire-lease.ts";
import { kindOf } from "../testing/kind-of.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { askToSignIn, signIn } from "../testing/sign-in.ts";
import { toInstant } from "../time.ts";
import { shardsOf } from "./due-index.ts";
import type { indexes } from "./keys.ts";
import { provision } from "./provision.ts";
import { queryItems } from "./query-items.ts";
import { connectTable, type Table } from "./table.ts";
import type { Item } from "./transact.ts";

/** What the index may not project beyond its twenty attributes. */
const inSortKey = ["series_id", "poster_seed"];

describe("the table", () => {
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? "";
  const name = `provisioned-${process.pid}`;
  let table: Table & { client: DynamoDBClient };
  let described: TableDescription | undefined;

  beforeAll(async () => {
    table = connectTable({ endpoint, name, region: "us-east-1" });
    expect(await provision(table.client, name)).toEqual({ created: true });
    described = (await table.client.send(new DescribeTableCommand({ TableName: name }))).Table;
  });
  afterAll(() => table.close());

  it("is created once, and left unchanged by later calls", async () => {
    const again = await Promise.all([1, 2, 3].map(() => provision(table.client, name)));
    expect(again).toEqual([{ created: false }, { created: false }, { created: false }]);
  });

  it("is created once by concurrent calls", async () => {
    const missing = `${name}-together`;
    const made = await Promise.all([1, 2, 3].map(() => provision(table.client, missing)));
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName: missing }));
    expect(Table?.TableStatus).toBe("ACTIVE");
  });

  it("has a partition and a sort key, and no local index, which would keep a hot event on one partition", () => {
    expect(described?.KeySchema).toEqual([
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ]);
    expect(described?.LocalSecondaryIndexes ?? []).toEqual([]);
  });

  it.each([
    ["by_user", ["user_id", "booking_date"], "ALL"],
    ["catalog", ["catalog_kind", "catalog_order"], "INCLUDE"],
    ["due", ["due_shard", "due_at"], "KEYS_ONLY"],
  ])("has the index %s by %j with %s", (index, attributes, projection) => {
    const found = described?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index);
    expect(found?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(attributes);
    expect(found?.Projection?.ProjectionType).toBe(projection);
  });

  it("projects the card's attributes into the catalog, and nothing that sales change", () => {
    const catalog = described?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === "catalog");
    expect(catalog?.Projection?.NonKeyAttributes?.toSorted()).toEqual(
      Object.keys(EventCard.shape)
        .filter((name) => !inSortKey.includes(name))
        .toSorted(),
    );
  });

  it("lets the engine delete items whose purge_at has passed", async () => {
    const { TimeToLiveDescription } = await table.client.send(new DescribeTimeToLiveCommand({ TableName: name }));
    expect(TimeToLiveDescription).toMatchObject({ AttributeName: "purge_at", TimeToLiveStatus: "ENABLED" });
  });
});

describe("after every kind of item was written", () => {
  let core: TestCore;
  let sale: Sale;
  let items: Item[];
  let booking: BookingView;
  let cancelled: BookingView;
  let draft: string;
  let paying: string;

  beforeAll(async () => {
    core = await openCore();
    sale = await openEvent(core);
    const guest = await newGuest(core);
    const hold = async (seat: string) => placeHold(core, guest, ask(sale.event_id, seat));
    const pay = ({ holding_id }: HoldingView, token: string) =>
      confirmHold(core, guest, { holding_id, payment: { token } });
    booking = (await pay(await hold("A-1"), "tok_visa")) as BookingView;
    cancelled = (await pay(await hold("A-2"), "tok_visa")) as BookingView;
    await cancelBooking(core, guest, cancelled);
    const declined = await hold("A-3");
    await pay(declined, "tok_chargeDeclined").catch(() => undefined);
    await releaseHold(core, guest, declined);
    await hold("A-4");
    const challenged = await hold("A-5");
    paying = challenged.holding_id;
    await pay(challenged, "tok_challenge");
    draft = await openDraft();
    await acquireLease(core, { actor: guest, route: "hold.place", key: "once", body: {} });
    await signIn(core, "somebody@example.org");
    await askToSignIn(core, "somebody@example.org");
    items = await scan(core.table);
  });
  afterAll(() => core.close());

  async function openDraft(): Promise<string> {
    const { venue_id } = EventCard.parse(await core.events.find(sale.event_id));
    const { event_id } = await createEvent(core, sale.organizer, {
      venue_id,
      name: "Not announced yet",
      start_time: toInstant(core.clock() + 86_400),
      duration: 60,
      artists: [],
      tags: [],
      description: "",
      programme: "",
      seat_type_prices: { Stalls: 100 },
      currency: "USD",
      status: "draft",
    });
    return event_id;
  }

  const indexed = async (index: keyof typeof indexes, partitions: string[]) => {
    const found: Item[] = [];
    for (const partition of partitions)
      for await (const item of queryItems(core.table, { index, partition })) found.push(item);
    return found;
  };

  it("there is one of every kind in the table", () => {
    const kinds = new Set(items.map(kindOf));
    expect([...kinds].sort()).toEqual(
      [
        "booking",
        "booking pointer",
        "catalog change",
        "claim",
        "contact",
        "counter",
        "email",
        "event",
        "event at venue",
        "event text",
        "holding",
        "journal entry",
        "layout",
        "member",
        "organization",
        "owner pointer",
        "payment",
        "quota",
        "request to sign in",
        "seat",
        "session",
        "stat lane",
        "usage",
        "user",
        "venue",
        "venue seat",
      ].sort(),
    );
  });

  it("only bookings carry a booking_date, so that by_user holds bookings and nothing else", async () => {
    expect([...new Set(items.filter(({ booking_date }) => booking_date !== undefined).map(kindOf))]).toEqual([
      "booking",
    ]);
    const users = new Set(items.flatMap(({ user_id }) => (user_id ? [String(user_id)] : [])));
    const found = await indexed("byUser", [...users]);
    expect(found.map(({ booking_id }) => booking_id).sort()).toEqual([booking.booking_id, cancelled.booking_id].sort());
  });

  it("the catalog holds the published event and the venue: no draft, no seat", async () => {
    const found = await indexed("catalog", ["event", "venue"]);
    expect(found.map(kindOf)).toEqual(["event", "venue"]);
    expect(found.map(({ pk }) => pk)).toContain(sale.event_id);
    expect(items.filter(({ catalog_kind }) => catalog_kind !== undefined)).toHaveLength(2);
    expect(items.some(({ pk }) => pk === draft)).toBe(true);
  });

  it("only the hold whose payment is under way is unfinished work", async () => {
    const shards = [...shardsOf("money"), ...shardsOf("bulk")];
    expect((await indexed("due", shards)).map(({ pk }) => pk)).toEqual([paying]);
    expect(items.filter(({ due_shard, due_at }) => due_shard || due_at)).toHaveLength(1);
  });

  it("a seat is in no index and has the eight attributes that the specification names, null where they don't apply", () => {
    const named = ["booking_id", "hold_ttl", "holding_id", "price", "row", "seat_num", "seat_state", "seat_type"];
    const counts = ["times_booked", "times_held", "price_revision"];
    for (const seat of items.filter((item) => kindOf(item) === "seat")) {
      const attributes = Object.keys(seat).filter((name) => !counts.includes(name));
      expect(attributes.sort()).toEqual([...named, "pk", "sk"].sort());
    }
    const [free] = items.filter(({ pk, sk }) => pk === sale.event_id && sk === "B-1");
    expect(free).toMatchObject({ seat_state: "available", holding_id: null, hold_ttl: null, booking_id: null });
  });

  it("what ends by itself carries the time of its purge in epoch seconds, and what must last does not", () => {
    const purged = new Set(items.filter(({ purge_at }) => purge_at !== undefined).map(kindOf));
    expect([...purged].sort()).toEqual([
      ...["catalog change", "claim", "holding", "quota", "request to sign in", "session"],
    ]);
    for (const { purge_at } of items.filter((item) => item.purge_at !== undefined)) {
      expect(Number.isInteger(purge_at)).toBe(true);
      expect(Number(purge_at)).toBeGreaterThan(core.clock());
    }
  });

  it("no token is stored in the table, and no seat refers to a user", () => {
    for (const session of items.filter((item) => kindOf(item) === "session"))
      expect(Object.keys(session).sort()).toEqual(
        ["created_at", "device", "last_used_at", "pk", "purge_at", "renewed_at", "session_version", "sk"].sort(),
      );
    for (const seat of items.filter((item) => kindOf(item) === "seat")) expect(seat).not.toHaveProperty("user_id");
  });
});

async function scan({ name, send }: Table): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await send(new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { createIds } from "./sequences.ts";

/** A table that only counts, and a clock moved by hand. */
function openCounters(start = 0) {
  const counts = new Map<string, number>();
  const leased: number[] = [];
  let now = 1_000;
  const { table } = fakeTable<UpdateCommandInput>(({ Key, ExpressionAttributeValues }) => {
    const size = Number(ExpressionAttributeValues?.[":size"]);
    leased.push(size);
    const n = (counts.get(Key?.pk) ?? start) + size;
    counts.set(Key?.pk, n);
    return { Attributes: { ...Key, n } };
  });
  const clock = () => now;
  const advance = (seconds: number) => {
    now += seconds;
  };
  return { table, clock, leased, counts, advance };
}

async function draw(ids: ReturnType<typeof createIds>, count: number): Promise<string[]> {
  const drawn: string[] = [];
  for (let i = 0; i < count; i++) drawn.push(await ids.next("booking"));
  return drawn;
}

describe("ids", () => {
  it("count 1, 2, 3 while it is quiet, a lease for each", async () => {
    const { table, clock, leased, advance } = openCounters();
    const ids = createIds(table, clock);
    const drawn = [await ids.next("holding")];
    advance(1);
    drawn.push(await ids.next("holding"));
    advance(60);
    drawn.push(await ids.next("holding"));
    expect(drawn).toEqual(["holding-00001", "holding-00002", "holding-00003"]);
    expect(leased).toEqual([1, 1, 1]);
  });

  it("count each kind for itself", async () => {
    const { table, clock, counts } = openCounters();
    const ids = createIds(table, clock);
    expect([await ids.next("venue"), await ids.next("event"), await ids.next("venue")]).toEqual([
      "venue-00001",
      "event-00001",
      "venue-00002",
    ]);
    expect([...counts.keys()]).toEqual(["counter-venue", "counter-event"]);
  });

  it("have five digits at least, and as many as they need", async () => {
    const { table, clock } = openCounters(99_998);
    const ids = createIds(table, clock);
    expect(await draw(ids, 2)).toEqual(["booking-99999", "booking-100000"]);
  });

  it("are leased in blocks that double up to 64 in a rush and follow each other without a gap", async () => {
    const { table, clock, leased } = openCounters();
    const drawn = await draw(createIds(table, clock), 255);
    expect(leased).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64]);
    expect(drawn).toEqual(Array.from({ length: 255 }, (_, i) => `booking-${String(i + 1).padStart(5, "0")}`));
  });

  it("are leased one by one again once a block lasted a second", async () => {
    const { table, clock, leased, advance } = openCounters();
    const ids = createIds(table, clock);
    await draw(ids, 7);
    advance(1);
    await draw(ids, 1);
    expect(leased).toEqual([1, 2, 4, 1]);
  });

  it("asked for together share one lease", async () => {
    const { table, clock, leased } = openCounters();
    const ids = createIds(table, clock);
    await draw(ids, 63);
    const drawn = await Promise.all(Array.from({ length: 64 }, () => ids.next("booking")));
    expect(new Set(drawn).size).toBe(64);
    expect(leased).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it("of two processes are never the same, even where each is given blocks", async () => {
    const { table, clock } = openCounters();
    const mine = createIds(table, clock);
    const theirs = createIds(table, clock);
    const drawn = await Promise.all(Array.from({ length: 600 }, (_, i) => (i % 3 ? mine : theirs).next("payment")));
    expect(new Set(drawn).size).toBe(600);
  });

  it("are given after a lease that failed", async () => {
    const { table } = fakeTable((_, before) => (before === 0 ? silence() : { Attributes: { n: 1 } }));
    const ids = createIds(table, () => 1_000);
    await expect(ids.next("user")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await ids.next("user")).toBe("user-00001");
  });
});

import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { createIds } from "./sequences.ts";

/** A table that only counts. */
function openSequences(start = 0) {
  const counts = new Map<string, number>();
  const leased: number[] = [];
  const { table } = fakeTable<UpdateCommandInput>(({ Key, ExpressionAttributeValues }) => {
    const size = Number(ExpressionAttributeValues?.[":size"]);
    leased.push(size);
    const n = (counts.get(Key?.pk) ?? start) + size;
    counts.set(Key?.pk, n);
    return { Attributes: { ...Key, n } };
  });
  return { table, leased, counts };
}

async function draw(ids: ReturnType<typeof createIds>, count: number): Promise<string[]> {
  const drawn: string[] = [];
  for (let i = 0; i < count; i++) drawn.push(await ids.next("booking"));
  return drawn;
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => `booking-${String(i + 1).padStart(5, "0")}`);

describe("ids", () => {
  it("are separate for each kind", async () => {
    const { table, counts } = openSequences();
    const ids = createIds(table);
    expect([await ids.next("venue"), await ids.next("event"), await ids.next("venue")]).toEqual([
      "venue-00001",
      "event-00001",
      "venue-00002",
    ]);
    expect([...counts.keys()]).toEqual(["counter-venue", "counter-event"]);
  });

  it("have five digits at least, and as many as they need", async () => {
    const { table } = openSequences(99_998);
    expect(await draw(createIds(table), 2)).toEqual(["booking-99999", "booking-100000"]);
  });

  it("are leased in blocks of 64, the next one once half is used, without gaps", async () => {
    const { table, leased } = openSequences();
    const ids = createIds(table);
    expect(await draw(ids, 32)).toEqual(numbered(32));
    expect(leased).toEqual([64]);
    await draw(ids, 1);
    expect(leased).toEqual([64, 64]);
    expect(await draw(ids, 222)).toEqual(numbered(255).slice(33));
    expect(leased).toEqual([64, 64, 64, 64, 64]);
  });

  it("of venues and events are leased one by one, so that a later one has a higher number in every process", async () => {
    const { table, leased } = openSequences();
    const [here, there] = [createIds(table), createIds(table)];
    const drawn = [await here.next("event"), await there.next("event"), await here.next("event")];
    expect(drawn).toEqual(["event-00001", "event-00002", "event-00003"]);
    expect(leased).toEqual([1, 1, 1]);
  });

  it("share one lease when requested together", async () => {
    const { table, leased } = openSequences();
    const ids = createIds(table);
    const drawn = await Promise.all(Array.from({ length: 32 }, () => ids.next("booking")));
    expect(new Set(drawn).size).toBe(32);
    expect(leased).toEqual([64]);
  });

  it("of two processes never repeat, even when leased in blocks", async () => {
    const { table } = openSequences();
    const [here, there] = [createIds(table), createIds(table)];
    const drawn = await Promise.all(Array.from({ length: 600 }, (_, i) => (i % 3 ? here : there).next("payment")));
    expect(new Set(drawn).size).toBe(600);
  });

  it("never reuse a stopped process's unused numbers", async () => {
    const { table } = openSequences();
    const before = await draw(createIds(table), 10);
    const after = await draw(createIds(table), 100);
    expect(new Set([...before, ...after]).size).toBe(110);
    expect(after[0]).toBe("booking-00065");
  });

  it("are issued after a failed lease", async () => {
    const { table } = fakeTable((_, before) => (before === 0 ? silence() : { Attributes: { n: 64 } }));
    const ids = createIds(table);
    await expect(ids.next("user")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await ids.next("user")).toBe("user-00001");
  });

  it("are issued even if leasing ahead fails, which is retried later", async () => {
    let leases = 0;
    const { table } = fakeTable(() => (++leases === 2 ? silence() : { Attributes: { n: 64 * leases } }));
    const ids = createIds(table);
    await draw(ids, 33);
    expect(leases).toBe(2);
    await new Promise((resume) => setImmediate(resume));
    expect(await draw(ids, 1)).toEqual(["booking-00034"]);
    expect(leases).toBe(3);
    expect((await draw(ids, 31)).at(-1)).toBe("booking-00129");
  });
});

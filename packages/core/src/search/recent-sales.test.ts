import type { BatchGetCommandInput } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { createRecentSales } from "./recent-sales.ts";

/** A table in which event n has n seats sold, the first of them never counted, and a manual clock. */
function openSales() {
  let now = 1_000;
  let more = 0;
  let isSilent = false;
  const { table, inputs } = fakeTable<BatchGetCommandInput>(({ RequestItems }) => {
    const ids = RequestItems?.evently?.Keys?.map(({ pk }) => String(pk)) ?? [];
    const items = ids.map((pk) => ({ pk, ...(pk.endsWith("0") ? {} : { seats_sold: Number(pk.slice(6)) + more }) }));
    return isSilent ? silence() : { Responses: { evently: items } };
  });
  return {
    sales: createRecentSales(table, () => now),
    asked: () => inputs.map(({ RequestItems }) => RequestItems?.evently?.Keys?.map(({ pk }) => pk)),
    inputs,
    sell: (seats: number) => {
      more = seats;
    },
    advance: (seconds: number) => {
      now += seconds;
    },
    fallSilent: () => {
      isSilent = true;
    },
  };
}

it("are read for all events of a list at once, only their counts, with 0 by default", async () => {
  const { sales, inputs, asked } = openSales();
  const ids = [0, 1, 2].map(id.event);
  expect([...(await sales.count(ids))]).toEqual(ids.map((event_id, i) => [event_id, i]));
  expect(asked()).toEqual([ids]);
  expect(inputs[0]?.RequestItems?.evently).toMatchObject({
    ConsistentRead: false,
    ProjectionExpression: "#a0, #a1, #a2, #a3",
  });
  expect([...(await sales.count([]))]).toEqual([]);
  expect(inputs).toHaveLength(1);
});

it("are cached for three seconds, so that another list reads only its additional events", async () => {
  const { sales, asked, sell, advance } = openSales();
  await sales.count([id.event(1), id.event(2)]);
  sell(10);
  advance(2.9);
  expect([...(await sales.count([id.event(2), id.event(3)])).values()]).toEqual([2, 13]);
  advance(0.1);
  expect([...(await sales.count([id.event(2), id.event(3)])).values()]).toEqual([12, 13]);
  expect(asked().slice(1)).toEqual([["event-00003"], ["event-00002"]]);
});

it("are UNAVAILABLE, not 0, if they can't be read", async () => {
  const { sales, fallSilent } = openSales();
  fallSilent();
  await expect(sales.count([id.event(1)])).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await expect(sales.count([id.event(1)])).rejects.toMatchObject({ code: "UNAVAILABLE" });
});

it("are cached for the twenty thousand most recently used events", async () => {
  const { sales, inputs } = openSales();
  await sales.count(Array.from({ length: 20_000 }, (_, i) => id.event(i + 1)));
  await sales.count([id.event(1), id.event(20_001)]);
  const before = inputs.length;
  expect((await sales.count([id.event(1)])).get(id.event(1))).toBe(1);
  expect(inputs).toHaveLength(before);
  expect((await sales.count([id.event(2)])).get(id.event(2))).toBe(2);
  expect(inputs).toHaveLength(before + 1);
});

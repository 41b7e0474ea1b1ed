import type { QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { fakeTable } from "../testing/fake-table.ts";
import { startClock } from "../testing/open-core.ts";
import { createSaleBooks } from "./sale-books.ts";

type Stored = Record<string, unknown>;

const booking = (n: number, cancelled = false): Stored => ({
  ...{ user_id: "user-00001", booking_date: `2026-11-22T05:04:19.12300000${n}Z`, seats: [`A-${n}`], total: 4500 },
  ...(cancelled
    ? { cancelled_at: "2026-11-23T05:04:19.000Z", refund: { amount: 4500 } }
    : { cancelled_at: null, refund: null }),
});

/** Books on a table that answers every Query with `stored`, each taking `seconds`. */
function open(stored: Stored[], seconds = 0) {
  const clock = startClock();
  const { table, inputs } = fakeTable<QueryCommandInput>(() => {
    clock.advance(seconds);
    return { Items: [...stored] };
  });
  return { books: createSaleBooks(table, clock), clock, inputs };
}

describe("the sale books of a process", () => {
  it("have of each booking what is counted, a refund as 0 where none was made", async () => {
    const { books, inputs } = open([booking(1), booking(2, true)]);
    expect(await books.sales("event-00001", 3)).toEqual([
      {
        ...{ user_id: "user-00001", booking_date: "2026-11-22T05:04:19.123000001Z", seats: ["A-1"], total: 4500 },
        ...{ cancelled_at: null, refunded: 0 },
      },
      {
        ...{ user_id: "user-00001", booking_date: "2026-11-22T05:04:19.123000002Z", seats: ["A-2"], total: 4500 },
        ...{ cancelled_at: "2026-11-23T05:04:19.000Z", refunded: 4500 },
      },
    ]);
    expect(inputs[0]).toMatchObject({ ExpressionAttributeValues: { ":hash": "event-00001", ":below": ":" } });
  });

  it("are not opened again while no more was booked or cancelled than they have", async () => {
    const { books, clock, inputs } = open([booking(1), booking(2, true)], 1);
    await books.sales("event-00001", 3);
    clock.advance(1000);
    await books.sales("event-00001", 3);
    await books.sales("event-00001", 2);
    expect(inputs).toHaveLength(1);
    await books.sales("event-00001", 4);
    expect(inputs).toHaveLength(2);
  });

  it("are opened again when what was read was not yet all that was counted", async () => {
    const stored = [booking(1)];
    const { books } = open(stored);
    expect(await books.sales("event-00001", 2)).toHaveLength(1);
    stored.push(booking(2));
    expect(await books.sales("event-00001", 2)).toHaveLength(2);
  });

  it("rest after a long reading, however much is sold meanwhile", async () => {
    const { books, clock, inputs } = open([booking(1)], 0.2);
    for (let changes = 1; changes < 20; changes++) {
      await books.sales("event-00001", changes);
      clock.advance(0.1);
    }
    expect(inputs).toHaveLength(1);
    clock.advance(0.2);
    await books.sales("event-00001", 20);
    expect(inputs).toHaveLength(2);
  });

  it("are one for each event", async () => {
    const { books, inputs } = open([booking(1)]);
    await Promise.all([books.sales("event-00001", 1), books.sales("event-00002", 1), books.sales("event-00001", 1)]);
    expect(inputs.map((input) => input.ExpressionAttributeValues?.[":hash"])).toEqual(["event-00001", "event-00002"]);
  });
});

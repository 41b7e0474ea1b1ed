import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { getEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { listLayoutSeats } from "../layout/layout.rules.ts";
import { putSeat, seatsOf } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { countItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { transactAll } from "../table/transact-all.ts";
import { updateItem } from "../table/update-item.ts";
import { createDying, type Dying } from "../testing/dying-table.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newSeat } from "../testing/open-event.ts";
import { getStored, newHall, openTwoHalls, readSold } from "../testing/open-two-halls.ts";
import { letTimePass } from "../testing/settle-everything.ts";

let core: TestCore;
let dying: Dying;

beforeAll(async () => {
  dying = createDying();
  core = await openCore({ wrap: dying.wrap });
});
afterAll(() => core.close());

/**
 * How the version before published a draft whose seats were owed: it wished for it, wrote what was missing without
 * looking at EVENT, counted, and published on the status and the wish alone. False where it refused to.
 */
async function publishAsBefore(event_id: EventId): Promise<boolean> {
  const event = (await readItem(core.table, keys.event(event_id))) ?? {};
  const wish = update({
    key: keys.event(event_id),
    update: "SET after_copy = :publish",
    condition: "#status = :draft AND after_copy <> :null",
    names: { "#status": "status" },
    values: { ":publish": "publish", ":draft": "draft", ":null": null },
  });
  if (!(await updateItem(core.table, wish)).done) return publish(event_id, null);
  const { layout, types } = await core.layouts.get(event.layout_id as never);
  const seats = listLayoutSeats(layout).map(
    ({ seat_pos, row, seat_num }, i): EventSeat => ({
      ...{ event_id, seat_pos, row, seat_num, seat_type: types[i] ?? "" },
      ...{ price: (event.seat_type_prices as Record<string, number>)[types[i] ?? ""] ?? 0, price_revision: 0 },
      ...{
        seat_state: "available",
        holding_id: null,
        hold_ttl: null,
        booking_id: null,
        times_held: 0,
        times_booked: 0,
      },
    }),
  );
  await transactAll(core.table, seats.map(putSeat));
  const counted = (await countItems(core.table, { ...seatsOf(event_id), consistent: true })) - 1;
  return counted === event.seat_count && publish(event_id, "publish");
}

async function publish(event_id: EventId, after: "publish" | null): Promise<boolean> {
  const outcome = await updateItem(
    core.table,
    update({
      key: keys.event(event_id),
      update: "SET #status = :to, after_copy = :null, catalog_kind = :kind REMOVE due_shard, due_at",
      condition: "#status = :from AND after_copy = :after",
      names: { "#status": "status" },
      values: { ":from": "draft", ":to": "published", ":null": null, ":after": after, ":kind": "event" },
    }),
  );
  return outcome.done;
}

it("a process of the version before never publishes a moved draft that has seats of its former venue", async () => {
  for (let write = 1, isMoving = true; isMoving; write++) {
    const halls = await openTwoHalls(core);
    // The same keys as in Oslo, of other types: nothing is missing, and the number is right.
    const rows = { A: "Lawn", B: "Stalls" };
    const twin = Object.entries(rows).flatMap(([row, type]) => [1, 2, 3].map((num) => newSeat(row, num, type)));
    const venue_id = await newHall(core, halls.organizer, "Twin hall", "Europe/Paris", twin);
    const { event_id } = await halls.draft();
    dying.die(write, "after");
    const edit = { venue_id, seat_type_prices: { Lawn: 500, Stalls: 800 } };
    const answer = await halls.edit(event_id, edit).catch(() => null);
    dying.rise();
    isMoving = answer === null || core.faults.length > 0;
    core.faults.length = 0;
    const { clearing, ...moved } = await getStored(core, event_id);
    if (moved.venue_id !== venue_id) continue;
    expect(await getEvent(core, halls.organizer, { event_id }), "its own process tells of its seats").toMatchObject({
      seat_count: 6,
    });
    const isPublished = await publishAsBefore(event_id);
    if (clearing) expect(isPublished, `after write ${write}`).toBe(false);
    await letTimePass(core, 130, 31);
    expect(await getStored(core, event_id)).toMatchObject({ status: "published", venue_id, seat_count: 6 });
    expect(Object.values(await readSold(core, event_id)).toSorted(), `after write ${write}`).toEqual([
      ...["Lawn 500", "Lawn 500", "Lawn 500", "Stalls 800", "Stalls 800", "Stalls 800"],
    ]);
    expect((await auditEvent(core, event_id)).faults).toEqual([]);
  }
});

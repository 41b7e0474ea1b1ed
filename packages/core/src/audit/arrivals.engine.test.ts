import { expect, it } from "vitest";
import { getEventAnalytics } from "../analytics/get-event-analytics.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { keys } from "../table/keys.ts";
import { transact } from "../table/transact.ts";
import { openDoor } from "../testing/open-door.ts";
import { toSeconds } from "../time.ts";
import { auditEvent } from "./audit-event.ts";

it("the figures say who came and when, and who did not once the event is over", async () => {
  const own = await openDoor();
  const { code, codes } = await own.book(3);
  own.core.clock.advance(3_600);
  const [early, late] = [own.ago(3600), own.ago(3000)];
  await own.scan(code, { at: early, gate: "North", device: "one" });
  await own.merge([{ code: codes[1], at: early, gate: "South", device: "two" }]);
  const read = () => getEventAnalytics(own.core, own.organizer, own);
  const { arrivals, ...before } = await read();
  expect(before).toMatchObject({ checked_in: 2, no_shows: null });
  expect(arrivals.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(2);
  for (const { at } of arrivals) expect(new Date(at).getTime() % 300_000).toBe(0);
  const other = await own.book();
  await own.scan(other.code, { at: late, device: "one" });
  expect((await read()).arrivals.map(({ admitted }) => admitted)).toEqual([2, 1]);
  const { end_time } = await read();
  own.core.clock.advance(toSeconds(end_time) - own.core.clock() + 1);
  expect(await read()).toMatchObject({ checked_in: 3, no_shows: 1 });
  await cancelBooking(own.core, own.organizer, other);
  expect(await read()).toMatchObject({ checked_in: 3, seats_sold: 3, no_shows: 1 });
  const { counted, faults } = await auditEvent(own.core, own.event_id);
  expect([counted.admitted, faults]).toEqual([3, []]);
  await own.core.close();
});

it("the audit finds a count of arrivals that nobody made, also one below none", async () => {
  const { core, event_id } = await openDoor();
  const at = "2027-01-14T19:00:00.000Z";
  await transact(core.table, [{ put: { ...keys.arrivals(event_id, at, "North"), at, gate: "North", admitted: -1 } }]);
  expect((await auditEvent(core, event_id)).faults).toMatchObject([
    { finding: "are counted as -1, the check-ins say 0" },
  ]);
  await core.close();
});

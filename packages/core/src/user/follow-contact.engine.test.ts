import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSoldBookings } from "../analytics/list-sold-bookings.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transactAll } from "../table/transact-all.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { createUser, startGuest } from "./create-user.ts";
import { setGuestEmail } from "./get-user.ts";
import type { Actor } from "./user.ts";

let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore();
  sale = await openEvent(core, { rows: 10 });
});
afterAll(() => core.close());

const buyersOf = async ({ user_id }: Actor, search: string) => {
  const { items } = await listSoldBookings(core, sale.organizer, { event_id: sale.event_id, search, limit: 200 });
  return items.filter((item) => item.user_id === user_id).map(({ buyer }) => buyer);
};
const job = ({ user_id }: Actor) => readItem(core.table, keys.job("contact", user_id));

describe("a booking's buyer", () => {
  it("is as it was when it was booked, and follows a guest's correction at once", async () => {
    const guest = await newGuest(core);
    await setGuestEmail(core, guest, { email: "tpyo@example.org" });
    expect(await job(guest)).toBeNull();
    await buy(core, sale, guest, "A-1");
    expect(await buyersOf(guest, "A-1")).toEqual([{ name: null, email: "tpyo@example.org" }]);
    await setGuestEmail(core, guest, { email: "typo@example.org" });
    expect(await buyersOf(guest, "A-1")).toEqual([{ name: null, email: "typo@example.org" }]);
    core.clock.advance(10);
    await runScheduledWork(core);
    expect(await job(guest)).toBeNull();
  });

  it("gets the name of the account that a guest becomes", async () => {
    const { user, token } = await startGuest(core, {});
    await buy(core, sale, user, "A-2");
    await createUser(core, { email: "ida@example.org", name: "Ida", role: "attendee" }, { actor: user, token });
    expect(await buyersOf(user, "A-2")).toEqual([{ name: "Ida", email: "ida@example.org" }]);
    core.clock.advance(10);
    await runScheduledWork(core);
    expect(await job(user)).toBeNull();
  });

  it("follows in all of many bookings, by a job that a process can die in and run again", async () => {
    const guest = await newGuest(core);
    const { user_id } = guest;
    const bookings = Array.from({ length: 60 }, (_, i) => ({ ...newBooking(core, sale, i), user_id, seats: [] }));
    await transactAll(core.table, bookings.flatMap(putBookings));
    await setGuestEmail(core, guest, { email: "many@example.org" });
    const changed = (await buyersOf(guest, "many@")).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(60);
    core.clock.advance(10);
    await runScheduledWork(core);
    expect(await buyersOf(guest, "many@")).toHaveLength(60);
    expect(await job(guest)).toBeNull();
  });
});

import { beforeEach, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { networksOf } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { interpose } from "../testing/interpose.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openCores } from "../testing/open-cores.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { times } from "../testing/race.ts";
import type { Network } from "./network.ts";

const open = openCores();
const office: Network = { near: "office", wide: null };

let core: TestCore;
let other: TestCore;
let sale: Sale;
let isLossy = false;

beforeEach(async () => {
  core = await open();
  isLossy = false;
  other = await open({
    alongside: core,
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const answer = await send();
        if (isLossy && JSON.stringify(command.input).includes(networksOf(sale.event_id)))
          throw new Error("the answer was lost");
        return answer;
      }),
  });
  sale = await openEvent(core, { rows: 6, perRow: 10 });
});

const someone = async (process: TestCore, network = office) => ({ ...(await newGuest(process)), network });
const hold = async (process: TestCore, row: string, { count = 10, network = office } = {}) =>
  placeHold(process, await someone(process, network), ask(sale.event_id, ...times(count, (i) => `${row}-${i + 1}`)));

it("unpaid seats are shared as long as their holds last, however long that is", async () => {
  for (const { rules } of [core, other]) Object.assign(rules, { SEAT_HOLD_TTL: 86_400, SEAT_HOLD_MAX: 86_400 });
  await hold(core, "A");
  await hold(core, "B");
  await core.unpaidSeats.share();
  core.clock.advance(80_000);
  await hold(other, "C", { count: 1, network: { near: "elsewhere", wide: null } });
  await other.background.settled();
  await expect(hold(other, "D", { count: 1 })).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
  const kept: number[] = [];
  for await (const { purge_at } of queryItems(core.table, { partition: networksOf(sale.event_id), consistent: true }))
    kept.push(Number(purge_at));
  expect(Math.max(...kept)).toBeGreaterThan(core.clock() + 6_398);
  // An end that is shared is rounded up to ten seconds.
  core.clock.advance(6_412);
  await hold(other, "D");
});

it("seats that were released are not shared any more, also if the answer to the write before was lost", async () => {
  const actor = await someone(other);
  isLossy = true;
  const held = await placeHold(other, actor, ask(sale.event_id, ...times(10, (i) => `A-${i + 1}`)));
  await other.background.settled();
  isLossy = false;
  await releaseHold(other, actor, held);
  await other.unpaidSeats.share();
  await hold(core, "B");
  await hold(core, "C");
});

it("paid seats count for an hour, unless they were cancelled, in whatever process", async () => {
  const buyer = await someone(core);
  const booked: BookingView[] = [];
  for (const row of ["A", "B"]) {
    const { holding_id } = await placeHold(core, buyer, ask(sale.event_id, `${row}-1`, `${row}-2`));
    booked.push((await confirmHold(core, buyer, { holding_id, payment: { token: "tok_visa" } })) as BookingView);
    await core.background.settled();
  }
  expect(core.unpaidSeats.countPaid(office.near)).toBe(4);
  for (const booking of booked.slice(1)) await cancelBooking(other, buyer, booking);
  await other.unpaidSeats.share();
  core.clock.advance(3_590);
  await core.unpaidSeats.hearPaid(office);
  expect(core.unpaidSeats.countPaid(office.near)).toBe(2);
  core.clock.advance(11);
  expect(core.unpaidSeats.countPaid(office.near)).toBe(0);
});

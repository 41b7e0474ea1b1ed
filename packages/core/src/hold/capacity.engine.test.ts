import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { readCounts } from "../counts/read-counts.ts";
import type { OrganizationId } from "../ids.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { getSeatMap } from "../seat-map/get-seat-map.ts";
import { type Counted, createUnits } from "../testing/count-units.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { startGuest } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";

const units = createUnits();
const seats = ["A-1", "A-2", "A-3", "A-4"];
const transactions = (counted: Counted[]) => counted.flatMap((request) => (request.transaction ? request.units : []));
const say = (line: string) => process.stdout.write(`${line}\n`);

const reports =
  process.env.EVENTLY_ENGINE !== "dynamodb-local" && process.platform === "linux" && process.arch === "x64";
if (!reports) say("skipped: only dynoxide reports the capacity of a transaction in full");

let core: TestCore;
let sale: Sale;
let guest: Actor;
let hold: HoldingView;

describe.runIf(reports)("capacity units, as AWS would bill them", () => {
  beforeAll(async () => {
    core = await openCore({ wrap: units.wrap });
  });
  afterAll(() => core.close());
  beforeEach(async () => {
    sale = await openEvent(core, { rows: 20, perRow: 25 });
    guest = await newGuest(core);
    units.take();
    hold = await placeHold(core, guest, ask(sale.event_id, ...seats));
    await core.background.settled();
  });

  it("a hold of 4 writes 12", () => {
    const [written, ...more] = transactions(units.take());
    say(`hold of 4: ${written} write units`);
    expect(written).toBe(12);
    expect(more).toEqual([]);
  });

  it("a hold of 4 by an account writes 14, since it fails once the account is suspended", async () => {
    units.take();
    await placeHold(core, sale.organizer, ask(sale.event_id, "B-1", "B-2", "B-3", "B-4"));
    const [written, ...more] = transactions(units.take());
    say(`hold of 4 by an account: ${written} write units`);
    expect(written).toBe(14);
    expect(more).toEqual([]);
  });

  it("a hold of 4 with an Idempotency-Key writes 14, apart from the lease of the key", async () => {
    const other = await newGuest(core);
    units.take();
    const seats = ask(sale.event_id, "B-1", "B-2", "B-3", "B-4");
    await sendWithKey(core, { actor: other, key: newKey() }, (lease) => placeHold(core, other, seats, lease));
    const [written, ...more] = transactions(units.take());
    say(`hold of 4 with a key: ${written} write units`);
    expect(written).toBe(14);
    expect(more).toEqual([]);
  });

  it("a confirm of 4 writes at most 25, apart from what starts the payment and what captures it", async () => {
    units.take();
    await confirmHold(core, guest, { holding_id: hold.holding_id, payment: { token: "tok_visa" } });
    await core.background.settled();
    const counted = units.take();
    const [pay, book, ...more] = transactions(counted);
    const capture = counted.slice(counted.findLastIndex(({ transaction }) => transaction) + 1);
    say(
      `confirm of 4: ${book} write units; pay ${pay}; capture ${capture.map((request) => request.units).join(" + ")} (reads too)`,
    );
    expect(book).toBeGreaterThanOrEqual(8 + 2 + 2 + 2 + 2 + 2 + 2);
    expect(book).toBeLessThanOrEqual(25);
    expect(more).toEqual([]);
  });

  it("a seller's terms, at an address of up to 120 characters, add nothing to a hold and a confirm of 4", async () => {
    const unitsOf = async (row: string) => {
      const buyer = await newGuest(core);
      core.clock.advance(3);
      units.take();
      const placed = await placeHold(core, buyer, ask(sale.event_id, ...seats.map((seat) => seat.replace("A", row))));
      await core.background.settled();
      const [held] = transactions(units.take());
      await confirmHold(core, buyer, { holding_id: placed.holding_id, payment: { token: "tok_visa" } });
      await core.background.settled();
      const [pay, book] = transactions(units.take());
      return { held, pay, book, terms: placed.terms };
    };
    const { terms: none, ...without } = await unitsOf("B");
    const [organization_id] = Object.keys(sale.organizer.memberships ?? {}) as OrganizationId[];
    if (!organization_id) throw new Error("there is no organization");
    const terms_url = `https://theater.example/${"x".repeat(96)}`;
    await changeOrganization(core, sale.organizer, { organization_id, terms_url });
    const { terms, ...withTerms } = await unitsOf("C");
    expect([none, terms?.url]).toEqual([null, terms_url]);
    say(`with terms: hold of 4 ${withTerms.held}, pay ${withTerms.pay}, confirm ${withTerms.book} write units`);
    expect(withTerms).toEqual(without);
  });

  it("a mail to the buyer adds 3 to a confirm and to a cancellation", async () => {
    const process = { ...core, mailer: createTestMailer() };
    const book = async (by: TestCore, row: string) => {
      const { user } = await startGuest(by, { email: "ann@example.org" });
      const { holding_id } = await placeHold(
        by,
        user,
        ask(sale.event_id, ...seats.map((seat) => seat.replace("A", row))),
      );
      await by.background.settled();
      units.take();
      const booking = await confirmHold(by, user, { holding_id, payment: { token: "tok_visa" } });
      await by.background.settled();
      const [, confirm = 0] = transactions(units.take());
      await cancelBooking(by, user, booking as BookingView);
      const [cancel = 0] = transactions(units.take());
      return { confirm, cancel };
    };
    const [without, withMail] = [await book(core, "B"), await book(process, "C")];
    say(`with a mail: confirm of 4 ${withMail.confirm} write units, cancel of 4 ${withMail.cancel}`);
    expect(withMail).toEqual({ confirm: without.confirm + 3, cancel: without.cancel + 3 });
  });

  it("a cancel of 4 writes at most 19", async () => {
    const input = { holding_id: hold.holding_id, payment: { token: "tok_visa" } };
    const booking = (await confirmHold(core, guest, input)) as BookingView;
    await core.background.settled();
    units.take();
    await cancelBooking(core, guest, booking);
    const [cancel, ...more] = transactions(units.take());
    say(`cancel of 4: ${cancel} write units`);
    expect(cancel).toBeGreaterThanOrEqual(8 + 2 + 2 + 2);
    expect(cancel).toBeLessThanOrEqual(19);
    expect(more).toEqual([]);
  });

  it("a hold request is counted for 1, and rolled up for 4", async () => {
    const other = await newGuest(core);
    await placeHold(core, other, ask(sale.event_id, "B-1"));
    await core.background.settled();
    const holds = units.take().at(-1)?.units;
    await confirmHold(core, guest, { holding_id: hold.holding_id, payment: { token: "tok_visa" } });
    await core.background.settled();
    await core.counterShards.rollUp();
    units.take();
    await placeHold(core, other, ask(sale.event_id, "B-2"));
    await core.background.settled();
    units.take();
    await core.counterShards.rollUp();
    const [read, rollUp, ...more] = units.take();
    say(`counting: ${holds} write unit for holds, roll-up ${rollUp?.units} write units, its reading ${read?.units}`);
    expect(holds).toBe(1);
    expect(rollUp).toEqual({ units: 4, transaction: true });
    expect(read?.units).toBeLessThanOrEqual(1);
    expect(more).toEqual([]);
    await readCounts(core, sale.event_id);
    const reading = units.take().map((request) => request.units);
    say(`counts of an event with two counter shards: ${reading.join(" + ")} read units`);
    expect(reading.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(8);
  });

  it("the map of 500 seats reads at most 7, once per second for all viewers", async () => {
    core.clock.advance(3);
    const event = await core.events.find(sale.event_id);
    await core.layouts.get(id.layout(event?.layout_id ?? ""));
    units.take();
    const maps = await Promise.all(Array.from({ length: 20 }, () => getSeatMap(core, null, sale)));
    expect(maps[0]?.states).toBe(`hhhh${"a".repeat(496)}`);
    const read = units.take().reduce((sum, request) => sum + request.units, 0);
    say(`map of 500 seats: ${read} read units`);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(7);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest } from "../testing/open-event.ts";
import { newVerified, openInvoices, reserve, reserveHeld } from "../testing/open-invoices.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { newKey } from "../testing/send-with-key.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toSeconds } from "../time.ts";
import { createUser } from "../user/create-user.ts";
import { reserveOnInvoice } from "./reserve-on-invoice.ts";

const day = 86_400;
let core: TestCore;
let invoices: Awaited<ReturnType<typeof openInvoices>>;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  invoices = await openInvoices(core);
});

describe("a hold", () => {
  it("is reserved once, however often that is asked for", async () => {
    const { holding_id } = await placeHold(core, invoices.buyer, ask(invoices.sale.event_id, "A-1"));
    const first = await reserveHeld(core, invoices.buyer, holding_id);
    expect(await reserveHeld(core, invoices.buyer, holding_id)).toEqual(first);
    expect(await confirmHold(core, invoices.buyer, { holding_id, payment: { token: "tok_visa" } })).toEqual(first);
    expect(await core.gateway.listByEvent(invoices.sale.event_id, [null])).toEqual([]);
  });

  it("that costs nothing is booked at once", async () => {
    const free = await openInvoices(core, { event: { seat_type_prices: { Stalls: 0 } } });
    expect(await free.reserve("A-1")).toMatchObject({ state: "confirmed", payment_status: "none" });
  });

  it("that has ended is not reserved", async () => {
    const { holding_id } = await placeHold(core, invoices.buyer, ask(invoices.sale.event_id, "A-1"));
    core.clock.advance(200);
    await expect(reserveHeld(core, invoices.buyer, holding_id)).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  });

  it("that is being paid for goes on with that", async () => {
    const { holding_id } = await placeHold(core, invoices.buyer, ask(invoices.sale.event_id, "A-1"));
    await confirmHold(core, invoices.buyer, { holding_id, payment: { token: "tok_challenge" } });
    expect(await reserveOnInvoice(core, invoices.buyer, { holding_id })).toMatchObject({ state: "paying" });
    await letTimePass(core, 700, 100);
    await invoices.audit();
  });

  it("is not reserved by who was suspended", async () => {
    const { holding_id } = await placeHold(core, invoices.buyer, ask(invoices.sale.event_id, "A-1"));
    await suspendAccount(core, { user_id: invoices.buyer.user_id });
    await expect(reserveHeld(core, invoices.buyer, holding_id)).rejects.toMatchObject({ code: "SUSPENDED" });
    expect(await invoices.stateOf("A-1")).toBe("held");
  });
});

describe("an invoice is refused, and the seats stay held,", () => {
  const expectRefused = async (reserving: Promise<unknown>, cause: string) =>
    expect(reserving).rejects.toMatchObject({ code: "INVOICE_NOT_AVAILABLE", details: { cause } });

  it("where the seller takes none", async () => {
    const { organizer } = invoices.sale;
    const organization_id = ownOrganization(organizer);
    await changeOrganization(core, organizer, { organization_id, payment_methods: ["card"] });
    await expectRefused(invoices.reserve("A-1"), "organization");
    expect(await invoices.stateOf("A-1")).toBe("held");
  });

  it("to a guest, and to an account whose address is not known to be theirs", async () => {
    const { user } = await createUser(core, { email: `${newKey()}@example.org`, role: "attendee" });
    await expectRefused(reserve(core, invoices.sale, await newGuest(core), "A-1"), "buyer");
    await expectRefused(reserve(core, invoices.sale, user, "A-2"), "buyer");
  });

  it("fewer than fourteen days before the start, and no invoice is due later than a day before", async () => {
    const { event_id } = invoices.sale;
    core.clock.advance(46 * day - 200);
    const last = await invoices.reserve("A-1");
    const start = toSeconds(String((await core.events.find(event_id))?.start_time));
    expect(toSeconds(String(last.due_at))).toBe(start - day);
    core.clock.advance(300);
    await expectRefused(invoices.reserve("A-2"), "time");
    await letTimePass(core, 14 * day, day);
  });

  it("for more than ten seats of a person at a time, of which those that were paid or ended are none", async () => {
    const large = await openInvoices(core, { rows: 10 });
    const first = await large.reserve(...Array.from({ length: 6 }, (_, i) => `A-${i + 1}`));
    const second = await large.reserve(...Array.from({ length: 4 }, (_, i) => `B-${i + 1}`));
    await expectRefused(large.reserve("C-1"), "seats_of_person");
    expect(await reserve(core, large.sale, await newVerified(core), "C-2")).toMatchObject({
      state: "awaiting_payment",
    });
    await large.pay(first.booking_id);
    await large.cancel(second.booking_id);
    expect(await large.reserve(...Array.from({ length: 10 }, (_, i) => `D-${i + 1}`))).toMatchObject({
      state: "awaiting_payment",
    });
    await large.audit();
  });

  it("for more than a fifth of the hall", async () => {
    await invoices.reserve(...Array.from({ length: 8 }, (_, i) => `A-${i + 1}`));
    const other = await newVerified(core);
    await expectRefused(reserve(core, invoices.sale, other, "B-1", "B-2", "B-3"), "share_of_hall");
    expect(await reserve(core, invoices.sale, other, "C-1", "C-2")).toMatchObject({ state: "awaiting_payment" });
    const small = await openInvoices(core, { rows: 1, perRow: 4 });
    await expectRefused(small.reserve("A-1"), "share_of_hall");
  });
});

describe("a seller without cards", () => {
  it("takes none", async () => {
    const { organizer, event_id } = invoices.sale;
    await changeOrganization(core, organizer, {
      organization_id: ownOrganization(organizer),
      payment_methods: ["invoice"],
    });
    const { holding_id } = await placeHold(core, invoices.buyer, ask(event_id, "A-1"));
    await expect(
      confirmHold(core, invoices.buyer, { holding_id, payment: { token: "tok_visa" } }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(await reserveHeld(core, invoices.buyer, holding_id)).toMatchObject({ state: "awaiting_payment" });
  });
});

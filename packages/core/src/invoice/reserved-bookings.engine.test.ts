import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listBuyers } from "../analytics/list-buyers.ts";
import { listSoldBookings } from "../analytics/list-sold-bookings.ts";
import { verifyCounts } from "../audit/verify-counts.ts";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { listBookings } from "../booking/list-bookings.ts";
import { mailBooking } from "../booking/mail-booking.ts";
import { getByLink } from "../booking/open-link.ts";
import { cancelSeats } from "../box-office/cancel-seats.ts";
import { moveSeats } from "../box-office/move-seats.ts";
import { deleteUser } from "../privacy/delete-user.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { id } from "../testing/id.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openInvoices } from "../testing/open-invoices.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { createTestMailer, listTold } from "../testing/test-mailer.ts";
import { listTicketsByLink } from "../ticket/list-tickets.ts";
import { reissueTicket } from "../ticket/reissue-ticket.ts";

const mailer = createTestMailer();
let core: TestCore;
let invoices: Awaited<ReturnType<typeof openInvoices>>;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  invoices = await openInvoices(core);
  await letTimePass(core, 40);
  mailer.accepted.splice(0);
});

const toldKinds = () => listTold(mailer).map(({ letter }) => letter.kind);

describe("bookings on invoice", () => {
  it("are neither moved nor given back one by one, and have no ticket to issue anew", async () => {
    const { booking_id } = await invoices.reserve("A-1", "A-2");
    const { organizer } = invoices.sale;
    const seats = [{ from: id.seat("A-1"), to: id.seat("B-1") }];
    for (const refused of [
      () => moveSeats(core, organizer, { booking_id, seats }),
      () => cancelSeats(core, organizer, { booking_id, seats: [id.seat("A-1")] }),
      () => reissueTicket(core, organizer, { booking_id, seat_pos: id.seat("A-1") }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "BOOKING_NOT_PAID" });
  });

  it("are refunded in part once they are paid for, by the seller, who has the money", async () => {
    const { booking_id } = await invoices.reserve("A-1", "A-2");
    const { organizer } = invoices.sale;
    const refund = (part: object) => refundBooking(core, organizer, { booking_id, reason: "Too cold", ...part });
    await expect(refund({ amount: 1000 })).rejects.toMatchObject({ code: "NOTHING_PAID" });
    await invoices.pay(booking_id);
    expect(await refund({ amount: 1000 })).toMatchObject({ payment_status: "invoice", refunded: 1000 });
    expect(await refund({ seats: [id.seat("A-1")] })).toMatchObject({ seats: ["A-2"], refunded: 5500 });
    expect(await invoices.figures()).toMatchObject({ revenue: 3500, seats_sold: 1, seats_reserved: 0 });
    expect((await invoices.audit()).counted).toMatchObject({ revenue: 3500, on_invoice: 3500, at_gateway: 0 });
  });

  it("are listed to buyer and seller, and sent once more, as what they are", async () => {
    const { booking_id } = await invoices.reserve("A-1");
    await buy(core, invoices.sale, invoices.buyer, "A-2");
    const { organizer } = invoices.sale;
    const list = (state?: "awaiting_payment" | "confirmed" | "cancelled", search?: string) =>
      listSoldBookings(core, organizer, { ...invoices.sale, limit: 5, state, search }).then(({ items }) =>
        items.map((item) => item.state),
      );
    expect(await list("awaiting_payment")).toEqual(["awaiting_payment"]);
    expect(await list("awaiting_payment", "A-1")).toEqual(["awaiting_payment"]);
    expect([await list("confirmed"), await list("confirmed", "A-1")]).toEqual([["confirmed"], []]);
    const own = await listBookings(core, invoices.buyer, { ...invoices.buyer, limit: 5 });
    expect(own.items.map(({ state }) => state)).toEqual(["confirmed", "awaiting_payment"]);
    const { items: buyers } = await listBuyers(core, organizer, { ...invoices.sale, limit: 5 });
    expect(buyers).toMatchObject([{ bookings: 1, seats: 1, spend: 4500 }]);
    const link = String((await getBooking(core, invoices.buyer, { booking_id })).link);
    expect(await getByLink(core, { link })).toMatchObject({ state: "awaiting_payment" });
    expect(await listTicketsByLink(core, { link })).toEqual([]);
    await letTimePass(core, 40);
    mailer.accepted.splice(0);
    await mailBooking(core, organizer, { booking_id });
    await letTimePass(core, 40);
    expect(toldKinds()).toEqual(["booking-reserved"]);
  });

  it("are counted as the records say, at every stage", async () => {
    const [paid, lapsed] = [await invoices.reserve("A-1"), await invoices.reserve("A-2")];
    await invoices.reserve("A-3");
    await invoices.pay(paid.booking_id);
    await invoices.cancel(lapsed.booking_id);
    const { counted, recounted, exact } = await verifyCounts(core, invoices.sale.event_id);
    expect(exact).toBe(true);
    expect(counted).toEqual(recounted);
    expect(counted).toMatchObject({ reservations: 3, reservations_lapsed: 1, seats_reserved: 1, total_bookings: 1 });
  });

  it("are free again once their buyer is forgotten", async () => {
    const { booking_id } = await invoices.reserve("A-1");
    await deleteUser(core, invoices.buyer, invoices.buyer);
    await letTimePass(core, 2_000, 100);
    expect(await findBooking(core, booking_id)).toMatchObject({
      state: "cancelled",
      buyer: { name: null, email: null },
    });
    expect(await invoices.stateOf("A-1")).toBe("available");
    await invoices.audit();
  });
});

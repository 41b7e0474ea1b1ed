import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking, getBooking } from "../booking/get-booking.ts";
import { getEvent } from "../event/get-event.ts";
import type { OrganizationId } from "../ids.ts";
import { changeOrganization } from "../membership/change-organization.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";

const terms_url = "https://theater.example/terms/2026";
/** The requests to the table, as text. */
let sent: string[] = [];

let core: TestCore;
let sale: Sale;
let guest: Actor;
let organization_id: OrganizationId;

beforeAll(async () => {
  const note = (input: unknown) => sent.push(JSON.stringify(input));
  core = await openCore({
    wrap: (table) =>
      interpose(table, ({ input }, send) => {
        note(input);
        return send();
      }),
  });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core);
  guest = await newGuest(core);
  organization_id = Object.keys(sale.organizer.memberships ?? {})[0] as OrganizationId;
});

const state = (changes: object) => changeOrganization(core, sale.organizer, { organization_id, ...changes });
const hold = (...seats: string[]) => placeHold(core, guest, ask(sale.event_id, ...seats));
const pay = async ({ holding_id }: Pick<HoldingView, "holding_id">) =>
  (await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView;

it("a booking keeps the terms under which its seats were held", async () => {
  await state({ terms_url });
  const held = await hold("A-1", "A-2");
  const version = (await core.organizations.find(organization_id))?.terms_version;
  expect(held.terms).toEqual({ url: terms_url, version });
  const booking = await pay(held);
  expect(booking.terms).toEqual(held.terms);
  expect(booking.seller).toMatchObject({ organization_id, terms_url });
  expect(await getBooking(core, guest, booking)).toMatchObject({ terms: held.terms, seller: booking.seller });
});

it("terms that change while seats are held are those of the next hold", async () => {
  await state({ terms_url });
  const held = await hold("A-1");
  core.clock.advance(1);
  await state({ terms_url: `${terms_url}-2` });
  const later = await hold("A-2");
  expect(later.terms).toMatchObject({ url: `${terms_url}-2` });
  expect(later.terms?.version).not.toBe(held.terms?.version);
  expect((await pay(held)).terms).toEqual(held.terms);
  expect((await pay(later)).terms).toEqual(later.terms);
});

it("a seller without terms has none accepted, also if some are stated before it is paid", async () => {
  const held = await hold("A-1");
  expect(held.terms).toBeNull();
  await state({ terms_url });
  expect((await pay(held)).terms).toBeNull();
});

it("event and booking say who sells, as they call themselves now", async () => {
  const booking = await pay(await hold("A-1"));
  const identity = { name: "City Theater", legal_name: "City Theater Ltd", address: "1 Main Street", vat_id: "NO 1" };
  await state({ ...identity, contact_email: "box@theater.example", privacy_url: "https://theater.example/privacy" });
  const seller = {
    ...{ organization_id, ...identity, contact_email: "box@theater.example" },
    ...{ terms_url: null, privacy_url: "https://theater.example/privacy", payment_methods: ["card"] },
  };
  expect((await getEvent(core, null, sale)).seller).toEqual(seller);
  expect((await getBooking(core, guest, booking)).seller).toEqual(seller);
  expect((await cancelBooking(core, guest, booking)).seller).toEqual(seller);
});

it("a booking of the version before reads without terms, and one of an event that no organization has without a seller", async () => {
  const booking = await pay(await hold("A-1"));
  await updateItem(
    core.table,
    update({ key: keys.booking(sale.event_id, booking.booking_date), update: "REMOVE terms" }),
  );
  await updateItem(core.table, update({ key: keys.event(sale.event_id), update: "REMOVE organization_id" }));
  core.clock.advance(3);
  expect((await findBooking(core, booking.booking_id))?.terms).toBeNull();
  expect(await getBooking(core, guest, booking)).toMatchObject({ terms: null, seller: null });
  expect((await getEvent(core, null, sale)).seller).toBeNull();
});

it("holds, and a confirm with its answer, read a seller once in two seconds", async () => {
  await state({ terms_url });
  sent = [];
  const held = await hold("A-1");
  for (const seat of ["B-1", "B-2"]) {
    const other = await newGuest(core);
    await placeHold(core, other, ask(sale.event_id, seat));
  }
  await pay(held);
  expect(sent.filter((request) => request.includes(`"pk":"${organization_id}"`))).toHaveLength(1);
});

import { audit } from "./audit";
import { chooseCard, expectTicket, goToPayment, openPayment } from "./checkout";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

const seats = ["E-7"];

async function expectOneBooking({ event_id }: { event_id: string }): Promise<void> {
  expect(await audit(event_id)).toMatch(/^ {2}bookings +1$/m);
}

test("a double click pays once", { tag: "@one-size" }, async ({ page, concert }) => {
  await openPayment(page, concert, seats);
  await page.getByRole("button", { name: "Pay US$85" }).dblclick();
  await expectTicket(page);
  await expectOneBooking(concert);
});

test("a second tab pays nothing and opens the same ticket", { tag: "@one-size" }, async ({
  page,
  concert,
  context,
  monitor,
}) => {
  // The second tab is refused while the first one pays.
  monitor.allow("409 /api/trpc/hold.confirm");
  const address = await openPayment(page, concert, seats);
  const second = await context.newPage();
  await second.goto(address);
  for (const tab of [page, second]) await chooseCard(tab, "A slow bank");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await press(second.getByRole("button", { name: "Pay US$85" }));
  await expectTicket(page);
  await expectTicket(second);
  expect(second.url()).toBe(page.url());
  await expectOneBooking(concert);
});

test("the back button never returns to a payment", { tag: "@one-size" }, async ({ page, concert }) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row E, seat 7");
  await holdSeats(page);
  await goToPayment(page, "buyer@example.com");
  const checkout = page.url();
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expectTicket(page);
  const ticket = page.url();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/events/${concert.event_id}`));
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeHidden();
  await page.goto(checkout);
  await expectTicket(page);
  expect(page.url()).toBe(ticket);
  await expectOneBooking(concert);
});

test("a charge with a lost answer ends in one ticket", { tag: "@one-size" }, async ({ page, concert, monitor }) => {
  monitor.allow("503 /api/trpc/hold.confirm", "409 /api/trpc/hold.confirm");
  await openPayment(page, concert, seats);
  await chooseCard(page, "A lost answer");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expectTicket(page);
  await expectOneBooking(concert);
});

test("a reload during a payment finds its outcome", { tag: "@one-size" }, async ({ page, concert, monitor }) => {
  monitor.allow("409 /api/trpc/hold.confirm");
  const path = await openPayment(page, concert, seats);
  await chooseCard(page, "A slow bank");
  const sent = page.waitForRequest(/hold\.confirm/);
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await sent;
  // A browser that reloads too early cancels the request.
  const readHold = async () => (await (await page.request.get(path.replace("/checkout", "/api"))).json()).state;
  await expect.poll(readHold).not.toBe("active");
  await page.reload();
  await expectTicket(page);
  await expectOneBooking(concert);
});

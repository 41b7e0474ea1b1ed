import { expectTicket, goToPayment } from "./checkout";
import { buyOverRest, holdOverRest } from "./guest";
import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test.use({ server: "shortLived" });

test("an expired hold leaves the seats selected, to be held again", { tag: "@one-size" }, async ({ page, concert }) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 5");
  await pickSeat(page, "Row C, seat 6");
  await holdSeats(page);

  await expect(noticeIn(page, "Your hold on Stalls, Row C, seats 5 and 6 has expired.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Seats held for you" })).toBeHidden();
  await expect(seatOn(page, "Row C, seat 5")).toHaveAccessibleName(/available, selected/);
  await expect(seatOn(page, "Row C, seat 6")).toHaveAccessibleName(/available, selected/);

  await holdSeats(page);
  await expect(page.getByRole("gridcell", { name: /^Stalls, Row C, seat [56],.*, held for you/ })).toHaveCount(2);
});

test("a hold that expires at the checkout is held again there", { tag: "@one-size" }, async ({ page, concert }) => {
  const expired = `/checkout/${await holdOverRest(page, concert, ["D-3"])}`;
  await page.goto(expired);
  await expect(page.getByRole("heading", { level: 1, name: "Your hold has expired" })).toBeVisible();
  await press(page.getByRole("button", { name: "Hold again" }));
  await expect(page.getByRole("region", { name: "Time left" })).toBeVisible();
  await expect(page).toHaveURL(/\/checkout\/holding-\d+$/);
  expect(page.url()).not.toContain(expired);
});

test("holding again what someone else took keeps the other seats selected", { tag: "@one-size" }, async ({
  page,
  concert,
  meetVisitor,
  monitor,
}) => {
  monitor.expect("409 /api/trpc/hold.place");
  await page.goto(`/checkout/${await holdOverRest(page, concert, ["D-5", "D-6"])}`);
  await expect(page.getByRole("heading", { level: 1, name: "Your hold has expired" })).toBeVisible();
  // A booked seat stays taken, however slowly this goes on.
  await buyOverRest(await meetVisitor(), concert, ["D-6"]);
  await press(page.getByRole("button", { name: "Hold again" }));
  await expect(page.getByText("Someone else just took one of these seats.")).toBeVisible();
  await press(page.getByRole("link", { name: "Keep the others" }));
  await expect(seatOn(page, "Row D, seat 5")).toHaveAccessibleName(/available, selected/);
});

test.describe("on a server with holds of three minutes", () => {
  test.use({ server: "usual" });

  test("a hold can be extended once", { tag: "@one-size" }, async ({ page, concert }) => {
    await openEvent(page, concert);
    await pickSeat(page, "Row E, seat 3");
    await holdSeats(page);
    const held = page.getByRole("region", { name: "Seats held for you" });
    await press(held.getByRole("button", { name: "More time" }));
    await expect(held.getByText("Time extended")).toBeVisible();
    // Of three minutes and two more, whatever this took.
    await expect(held.getByText(/^[34] min left$/)).toBeVisible();
    await goToPayment(page, "buyer@example.com");
    await expect(page.getByRole("button", { name: "More time" })).toBeHidden();
    await press(page.getByRole("button", { name: "Pay US$85" }));
    await expectTicket(page);
  });
});

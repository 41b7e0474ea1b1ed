import { expectTicket, goToPayment } from "./checkout";
import { holdOverRest } from "./guest";
import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test.use({ server: "shortLived" });

test("an expired hold leaves the seats selected, to be held again", async ({ page, concert }) => {
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

test("a hold that expires at the checkout leads back to the same seats", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  await page.goto(`/checkout/${await holdOverRest(page, concert, ["D-3"])}`);
  await expect(page.getByRole("heading", { level: 1, name: "Your hold has expired" })).toBeVisible();
  await press(page.getByRole("link", { name: "Hold again" }));
  await expect(seatOn(page, "Row D, seat 3")).toHaveAccessibleName(/available, selected/);
  await holdSeats(page);
  await expect(seatOn(page, "Row D, seat 3")).toHaveAccessibleName(/, held for you/);
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
    await expect(held.getByText(/^4 min left$/)).toBeVisible();
    await goToPayment(page, "buyer@example.com");
    await expect(page.getByRole("button", { name: "More time" })).toBeHidden();
    await press(page.getByRole("button", { name: "Pay US$85" }));
    await expectTicket(page);
  });
});

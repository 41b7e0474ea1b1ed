import { randomUUID } from "node:crypto";
import { signUp } from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("a guest who becomes an organizer keeps their holds", { tag: "@one-size" }, async ({ page, concert }) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 5");
  await holdSeats(page);
  await press(page.getByRole("contentinfo").getByRole("link", { name: "For organizers" }));
  await expect(page.getByText("Seats you hold or booked in this browser stay yours.")).toBeVisible();
  await signUp(page);
  await openEvent(page, concert);
  await expect(seatOn(page, "Row C, seat 5")).toHaveAccessibleName(/, held for you/);
});

test("an attendee is told to use another account", { tag: "@one-size" }, async ({ page }) => {
  const email = `${randomUUID()}@example.com`;
  const { token } = await (await page.request.post("/api/user", { data: { email } })).json();
  await page.goto("/");
  await page.context().addCookies([{ name: "evently_session", value: token, url: new URL(page.url()).origin }]);
  await page.goto("/organizer");
  await expect(page.getByRole("heading", { level: 1, name: "This account is for booking tickets" })).toBeVisible();
  await expect(page.getByText(`This browser is signed in as ${email}`)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Organizer" })).toBeHidden();
});

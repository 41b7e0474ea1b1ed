import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("offline: a banner says so, nothing is lost, and it goes on by itself", async ({
  page,
  context,
  concert,
  watch,
}) => {
  const cut = "net::ERR_INTERNET_DISCONNECTED";
  watch.tolerate(`${cut} /api/trpc/seat.map`, `${cut} /api/trpc/session.get`, `${cut} /api/trpc/hold.listOpen`);
  await openEvent(page, concert);
  await pickSeat(page, "Row C seat 2");
  await context.setOffline(true);
  const banner = page.getByText(/^You are offline\. What you see may be old/);
  await expect(banner).toBeVisible();
  await expect(seatOn(page, "Row C seat 2")).toHaveAccessibleName(/available, selected/);
  await context.setOffline(false);
  await expect(banner).toBeHidden();
  await holdSeats(page);
});

test("a hold that can't be sent says that nothing is held and keeps the selection", async ({
  page,
  concert,
  watch,
}) => {
  const cut = "net::ERR_CONNECTION_REFUSED";
  watch.tolerate(`${cut} /api/trpc/hold.place`, `${cut} /api/trpc/session.startGuest`);
  // Nobody yet: whoever asks what they hold is told so, by a status only where no other question shares the request.
  watch.tolerate("401 /api/trpc/hold.listOpen");
  await openEvent(page, concert);
  await pickSeat(page, "Row C seat 2");
  await page.route(/\/api\/trpc\/(hold\.place|session\.startGuest)/, (route) => route.abort("connectionrefused"));
  await press(page.getByRole("button", { name: "Hold seat" }));
  await expect(noticeIn(page, /^We couldn’t reach Evently, so your seats are not held/)).toBeVisible();
  await expect(seatOn(page, "Row C seat 2")).toHaveAccessibleName(/available, selected/);
  await page.unrouteAll();
  await holdSeats(page);
});

test.describe("while no API answers", () => {
  test.use({ server: "stranded" });

  for (const path of ["/", "/events/event-00001", "/bookings", "/bookings/booking-00001", "/checkout/holding-00001"]) {
    test(`${path} says so and offers to try again`, { tag: "@one-size" }, async ({ page, watch }) => {
      // React's word for a page whose rendering on the server failed.
      watch.tolerate("React error #441", `500 ${path}`);
      watch.tolerate(...["event.search", "booking.list", "session.get"].map((name) => `500 /api/trpc/${name}`));
      await page.goto(path);
      const problem = page.getByRole("main").getByRole("alert");
      await expect(problem).toContainText(/could not reach|did not|went wrong/);
      await press(problem.getByRole("button", { name: "Try again" }));
      await expect(problem).toBeVisible();
      await expect(page.getByRole("link", { name: "My bookings" }).first()).toBeVisible();
    });
  }
});

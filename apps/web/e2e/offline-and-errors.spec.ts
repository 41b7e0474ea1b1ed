import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("shows a banner while offline, keeps the selection, and resumes by itself", async ({
  page,
  context,
  concert,
  monitor,
}) => {
  const cut = "net::ERR_INTERNET_DISCONNECTED";
  monitor.allow(`${cut} /api/trpc/seat.map`, `${cut} /api/trpc/session.get`, `${cut} /api/trpc/hold.listOpen`);
  monitor.allow(`${cut} /api/health`);
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 2");
  await context.setOffline(true);
  const banner = page.getByText(/^You are offline\. What you see may be out of date/);
  await expect(banner).toBeVisible();
  await press(page.getByRole("button", { name: "Hold seat" }));
  await expect(noticeIn(page, /^You are offline\. Your seats are not held/)).toBeVisible();
  await expect(seatOn(page, "Row C, seat 2")).toHaveAccessibleName(/available, selected/);
  await context.setOffline(false);
  await expect(banner).toBeHidden();
  await holdSeats(page);
});

test("a hold that can't be sent keeps the selection and says that nothing is held", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
}) => {
  const cut = "net::ERR_CONNECTION_REFUSED";
  monitor.allow(`${cut} /api/trpc/hold.place`, `${cut} /api/trpc/session.startGuest`);
  // Without a session this query is refused, with a status only if it is alone in its request.
  monitor.allow("401 /api/trpc/hold.listOpen");
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 2");
  await page.route(/\/api\/trpc\/(hold\.place|session\.startGuest)/, (route) => route.abort("connectionrefused"));
  await press(page.getByRole("button", { name: "Hold seat" }));
  await expect(noticeIn(page, /^We could not reach Evently. Your seats are not held, but/)).toBeVisible();
  await expect(seatOn(page, "Row C, seat 2")).toHaveAccessibleName(/available, selected/);
  await page.unrouteAll();
  await holdSeats(page);
});

test.describe("while no API answers", () => {
  test.use({ server: "stranded" });

  for (const path of ["/", "/events/event-00001", "/bookings", "/bookings/booking-00001", "/checkout/holding-00001"]) {
    test(`${path} shows a failure and offers to try again`, { tag: "@one-size" }, async ({ page, monitor }) => {
      // React's error for a page that failed to render on the server.
      monitor.allow("React error #441", `500 ${path}`);
      monitor.allow(...["event.search", "booking.list", "session.get"].map((name) => `500 /api/trpc/${name}`));
      monitor.allow("500 /api/health");
      await page.goto(path);
      const problem = page.getByRole("main").getByRole("alert");
      await expect(problem).toContainText(/could not reach|did not|went wrong/);
      await press(problem.getByRole("button", { name: "Try again" }));
      await expect(problem).toBeVisible();
      await expect(page.getByRole("link", { name: "My bookings" }).first()).toBeVisible();
    });
  }
});

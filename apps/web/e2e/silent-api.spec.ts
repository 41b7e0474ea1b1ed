import type { Page } from "@playwright/test";
import { audit } from "./audit";
import { expectTicket, openPayment } from "./checkout";
import { becomeGuest, buyOverRest } from "./guest";
import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { type SilentApi, startSilentApi } from "./silent-api";
import { expect, test as story } from "./story";

const test = story.extend<object, { api: SilentApi }>({
  api: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const api = await startSilentApi();
      await use(api);
      await api.stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ api }, use) => use(api.site),
});

// One site for all of them.
test.describe.configure({ mode: "serial" });

const bannerOf = (page: Page) => page.getByText(/^Evently isn’t answering right now\. What you see may be out of date/);

test(
  "a hold asked of a silent API is found out by itself and is held once",
  { tag: "@one-size" },
  async ({ page, concert, api }, { annotations }) => {
    await becomeGuest(page);
    await openEvent(page, concert);
    await pickSeat(page, "Row C, seat 2");
    api.silence();
    const pressedAt = performance.now();
    await press(page.getByRole("button", { name: "Hold seat" }));
    await expect(bannerOf(page)).toBeVisible();
    annotations.push({ type: "ms until the silence shows", description: (performance.now() - pressedAt).toFixed(0) });
    await expect(page.getByText(/^The map is as of \d\d:\d\d:\d\d/)).toBeVisible();
    await expect(noticeIn(page, /As far as we know, your seats are not held; they’re still selected/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Check again" })).toBeVisible();
    await expect(seatOn(page, "Row C, seat 2")).toHaveAccessibleName(/available, selected/);

    api.wake();
    await expect(page.getByRole("region", { name: "Seats held for you" })).toBeVisible();
    await expect(bannerOf(page)).toBeHidden();
    await expect(page.getByText(/^The map is as of/)).toBeHidden();
    await expect(seatOn(page, "Row C, seat 2")).toHaveAccessibleName(/, held for you/);
    const { items } = await (await page.request.get(`/api/events/${concert.event_id}/hold`)).json();
    expect(items).toHaveLength(1);
  },
);

test("a visitor whose session could not be started is held nothing", { tag: "@one-size" }, async ({
  page,
  concert,
  api,
  monitor,
}) => {
  // Without a session this query is refused, with a status only if it is alone in its request.
  monitor.allow("401 /api/trpc/hold.listOpen");
  await openEvent(page, concert);
  await pickSeat(page, "Row D, seat 2");
  api.silence();
  await press(page.getByRole("button", { name: "Hold seat" }));
  await expect(noticeIn(page, /^Evently isn’t answering right now\. Your seats are not held/)).toBeVisible();
  api.wake();
  await holdSeats(page);
});

test("what is held says that its time can’t be confirmed, and more time is given once", { tag: "@one-size" }, async ({
  page,
  concert,
  api,
  monitor,
}) => {
  // The repeat may meet the first request at work.
  monitor.allow("409 /api/trpc/hold.extend");
  await openPayment(page, concert, ["E-1"]);
  const bar = page.getByRole("region", { name: "Time left" });
  const before = await bar.getByRole("timer").textContent();
  api.silence();
  await press(bar.getByRole("button", { name: "More time" }));
  await expect(bar.getByText("Evently isn’t answering: the time left can’t be confirmed right now.")).toBeVisible();
  await expect(bar.getByRole("button", { name: "More time" })).not.toHaveAttribute("aria-busy");
  // It is told in minutes.
  await expect(bar.getByRole("timer")).not.toHaveText(before ?? "", { timeout: 120_000 });
  api.wake();
  await expect(bar.getByText(/can’t be confirmed/)).toBeHidden();
  // Of three minutes and two more, whatever this took.
  await expect(bar.getByText(/^[34] min left$/)).toBeVisible();
});

test("a payment without an answer is never said to be charged or not, and ends in one ticket", {
  tag: "@one-size",
}, async ({ page, concert, api, monitor }) => {
  // The repeat may meet the first request at work.
  monitor.allow("409 /api/trpc/hold.confirm");
  await openPayment(page, concert, ["E-2"]);
  api.silence();
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expect(page.getByText("We don’t know yet whether your payment went through.")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Nothing was charged");
  api.wake();
  await expectTicket(page);
  expect(await audit(concert.event_id)).toMatch(/^ {2}bookings +1$/m);
});

test("a cancellation without an answer is asked about again, and refunds once", { tag: "@one-size" }, async ({
  page,
  concert,
  api,
  monitor,
}) => {
  // The repeat may meet the first request at work.
  monitor.allow("409 /api/trpc/booking.cancel");
  await page.goto(await buyOverRest(page, concert, ["E-3"]));
  await press(page.getByRole("button", { name: "Cancel booking" }));
  const dialog = page.getByRole("dialog", { name: "Cancel this booking?" });
  api.silence();
  await press(dialog.getByRole("button", { name: /^Cancel and refund/ }));
  await expect(dialog.getByText(/^We don’t know whether your booking was cancelled/)).toBeVisible();
  api.wake();
  await press(dialog.getByRole("button", { name: "Check again" }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
  await audit(concert.event_id);
});

test(
  "pages end without the API, and load once it is back",
  { tag: "@one-size" },
  async ({ page, concert, api, monitor }, { annotations }) => {
    const ticket = await buyOverRest(page, concert, ["E-4"]);
    // Among the events of all stories the list's first page may not show this one.
    for (const path of [
      `/?city=${encodeURIComponent(concert.city)}`,
      `/events/${concert.event_id}`,
      "/bookings",
      ticket,
    ]) {
      // React's error for a page that failed to render on the server.
      monitor.allow("React error #441", `500 ${path.replace(/\?.*/, "")}`);
      api.silence();
      const askedAt = performance.now();
      await page.goto(path);
      annotations.push({ type: `ms until ${path} came`, description: (performance.now() - askedAt).toFixed(0) });
      const problem = page.getByRole("main").getByRole("alert");
      await expect(problem.getByRole("button", { name: "Try again" })).toBeVisible();
      api.wake();
      // Some pages come back by themselves, before the button is pressed or while it is.
      await expect(async () => {
        if (await problem.isHidden()) return;
        await problem.getByRole("button", { name: "Try again" }).click({ timeout: 3_000 });
        await expect(problem).toBeHidden({ timeout: 3_000 });
      }).toPass();
      await expect(page.getByText(concert.name).first()).toBeVisible();
    }
  },
);

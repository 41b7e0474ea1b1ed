import type { Page, Request } from "@playwright/test";
import { openOwnSite } from "./open-own-site";
import { noticeIn, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

/** A site where one newcomer of a network in ten minutes is not asked for work, and four seats of an event may be held unpaid. */
const openBusySite = (page: Page) =>
  openOwnSite(page, { GUESTS_PER_NETWORK: "1", HOLD_SEATS_PER_NETWORK: "4", HOLD_PERCENT_PER_NETWORK: "0" });

async function selectOn(page: Page, site: string, { event_id }: { event_id: string }, seats: readonly string[]) {
  await page.goto(`${site}/events/${event_id}`);
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
  for (const seat of seats) await pickSeat(page, seat);
}

const proofOf = (request: Request) => request.headers()["x-proof"] ?? null;

test("newcomers of a busy network are let in by work, and get what its seats allow", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
  meetVisitor,
}) => {
  const site = await openBusySite(page);
  try {
    await page.request.post(`${site.url}/api/session/guest`, { data: {} });
    const proofs: (string | null)[] = [];
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(new URL(worker.url()).origin));
    page.on("request", (request) => {
      if (request.url().includes("session.startGuest")) proofs.push(proofOf(request));
    });
    await page.context().clearCookies();

    // A newcomer beyond the allowance presses once.
    monitor.expect("429 /api/trpc/session.startGuest", "429 /api/trpc/hold.place");
    monitor.allow("401 /api/trpc/hold.listOpen");
    await selectOn(page, site.url, concert, ["Row C, seat 2", "Row C, seat 3", "Row C, seat 4"]);
    await press(page.getByRole("button", { name: "Hold seats" }));
    await expect(page.getByRole("region", { name: "Seats held for you" })).toBeVisible();
    expect(proofs).toEqual([null, expect.stringMatching(/^[\w+/]+=*$/)]);
    expect(new Set(workers)).toEqual(new Set([site.url]));

    // The next one is let in too, but two more seats are more than four.
    const other = await meetVisitor();
    await selectOn(other, site.url, concert, ["Row D, seat 2", "Row D, seat 3"]);
    await press(other.getByRole("button", { name: "Hold seats" }));
    const until =
      /Many seats of this event are on hold from your network.* still selected\. Try again in \d+ (seconds|minutes)/;
    await expect(noticeIn(other, until)).toBeVisible();
    await expect(seatOn(other, "Row D, seat 3")).toHaveAccessibleName(/available, selected/);

    // One seat fits.
    await press(seatOn(other, "Row D, seat 3"));
    await press(other.getByRole("button", { name: "Hold seat" }));
    await expect(other.getByRole("region", { name: "Seats held for you" })).toBeVisible();
  } finally {
    await site.stop();
  }
});

test("a browser that can't work is told how long to wait, and its seats stay selected", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
}) => {
  const site = await openBusySite(page);
  try {
    await page.request.post(`${site.url}/api/session/guest`, { data: {} });
    await page.context().clearCookies();
    // As on a page without TLS.
    await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
    monitor.expect("429 /api/trpc/session.startGuest");
    monitor.allow("401 /api/trpc/hold.listOpen");
    await selectOn(page, site.url, concert, ["Row C, seat 2"]);
    await press(page.getByRole("button", { name: "Hold seat" }));
    await expect(noticeIn(page, /Many new visitors come from your network.* Try again in 10 minutes/)).toBeVisible();
    await expect(seatOn(page, "Row C, seat 2")).toHaveAccessibleName(/available, selected/);
  } finally {
    await site.stop();
  }
});

import type { Page } from "@playwright/test";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { press } from "./picker";
import { expect, test } from "./story";

type Figures = { total: number; refunded: number; failed: number };

/** Has the page of a cancelled event say of its refunds what it is told: a large event takes longer than a story. */
async function tellRefunds(page: Page): Promise<(figures: Figures | "nothing") => void> {
  let told: Figures | "nothing" | null = null;
  await page.route(/\/api\/trpc\/[^?]*event\.get/, async (route) => {
    if (told === "nothing") return route.abort("failed");
    const figures = told;
    if (figures === null) return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replaceAll(/"cancellation":(?:null|\{[^}]*\})/g, `"cancellation":${JSON.stringify(figures)}`);
    return route.fulfill({ response, body });
  });
  return (figures) => {
    told = figures;
  };
}

async function expectClean(page: Page, state: string): Promise<void> {
  expect(await findViolations(page), state).toEqual([]);
  const isWide = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) > window.innerWidth);
  expect(isWide, state).toBe(false);
}

test("an organizer cancels an event, and follows its refunds to the last one", { tag: "@one-size" }, async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const concert = await host.announce("The whole evening is off", 30);
  for (const seat of ["A-1", "A-2", "A-3"]) await buyOverRest(await meetVisitor(), concert, [seat]);
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}`);
  const refunds = page.getByRole("region", { name: "Refunds" });
  await expect(page.getByText("3 sold")).toBeVisible();
  await expect(refunds).toHaveCount(0);
  await press(page.getByRole("button", { name: "Cancel event" }));
  await press(page.getByRole("button", { name: /^Cancel and refund/ }));

  await expect(refunds.getByText("All 3 bookings are refunded.")).toBeVisible();
  await expect(refunds.getByRole("progressbar", { name: "Refunds" })).toHaveAttribute("value", "3");
  await expect(refunds.getByRole("alert")).toHaveCount(0);
  await expectClean(page, "all refunded");

  const tell = await tellRefunds(page);
  tell({ total: 2_000, refunded: 1_200, failed: 0 });
  await page.reload();
  await expect(refunds.getByText("1,200 of 2,000 bookings are refunded.")).toBeVisible();
  await expect(refunds.getByText("This goes on by itself, also if you leave this page.")).toBeVisible();
  await expectClean(page, "under way");

  tell({ total: 2_000, refunded: 1_998, failed: 2 });
  await expect(refunds.getByRole("alert")).toContainText("2 refunds failed");
  await expect(refunds.getByRole("alert")).toContainText("Ask whoever runs this site to retry.");
  await expect(refunds.getByRole("progressbar")).toHaveAttribute("value", "1998");
  const spoken = page.getByRole("status").filter({ hasText: "1,998 of 2,000 bookings are refunded." });
  await expect(spoken).toHaveCount(1);
  await expectClean(page, "failed for two");

  // Queries of the page share requests, depending on timing.
  const shared = ["event.get", ...["event", "sales", "seatHeat", "buyers"].map((name) => `analytics.${name}`)];
  monitor.allow(...shared.map((query) => `net::ERR_FAILED /api/trpc/${query}`));
  tell({ total: 2_000, refunded: 1_999, failed: 0 });
  await page.reload();
  await expect(refunds.getByText("1,999 of 2,000 bookings are refunded.")).toBeVisible();
  tell("nothing");
  await expect(refunds.getByText("We can’t refresh this right now.")).toBeVisible();
  await expect(refunds.getByText("1,999 of 2,000 bookings are refunded.")).toBeVisible();
  await expectClean(page, "not refreshed");
});

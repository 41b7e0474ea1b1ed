import { forgetShifts, isSearch, readShifts, watchShifts } from "./layout-shift";
import { listHydrated, openListWith } from "./listing";
import { expect, test } from "./story";

/** What browsers count as the visitor's own doing: what moves within half a second of a key. */
const ownDoingMs = 500;

test("the page does not move when an answer comes long after the last key", async ({ page, host }) => {
  const concerts = await Promise.all(
    [3, 4, 5].map((days) => host.announce(`Slow line ${host.venue_id} ${days}`, days)),
  );
  await host.untilListed(...concerts);
  for (const concert of concerts) await openListWith(page, concert);
  await watchShifts(page);
  await page.route(/\/event\.search/, async (route) => {
    await page.waitForFunction((own) => performance.now() - window.shifts.lastKey > own + 100, ownDoingMs);
    await route.continue();
  });
  await page.goto("/");
  await listHydrated(page);
  await expect(page.getByText("Next on stage:")).toBeVisible();
  await forgetShifts(page);
  const box = page.getByRole("textbox", { name: "Search by artist, work or hall" });
  for (const text of ["zzyzzyva", host.venue_id, "zzyzzyva xyzzyq"]) {
    const answered = page.waitForResponse((response) => isSearch(response.url(), text));
    await box.fill("");
    await box.pressSequentially(text);
    await expect(page.getByText("Next on stage:")).toBeHidden();
    await answered;
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    if (text === host.venue_id) await expect(page.getByRole("link", { name: concerts[0]?.name ?? "" })).toBeVisible();
    else await expect(page.getByRole("heading", { name: `No events found for “${text}”` })).toBeVisible();
    expect(await readShifts(page)).toBeLessThanOrEqual(0.02);
  }
});

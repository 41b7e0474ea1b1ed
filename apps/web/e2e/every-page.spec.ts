import { findUnmarked } from "./find-unmarked";
import { findViolations } from "./find-violations";
import { findWide, windows } from "./find-wide";
import { listRoutes } from "./list-routes";
import { type LongHouse, openLongHouse } from "./long-house";
import { organizerStops } from "./organizer-stops";
import { test as base, expect } from "./story";
import { visitorStops } from "./visitor-stops";

const test = base.extend<object, { house: LongHouse }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  house: [async ({}, use) => use(await openLongHouse()), { scope: "worker" }],
});

const stops = [...visitorStops, ...organizerStops];

// A phone that is emulated widens its window with the page.
test.use({ isMobile: false });

test("every page of the app is walked", { tag: "@one-size" }, () => {
  expect([...new Set(stops.map(({ route }) => route))].sort()).toEqual(
    listRoutes()
      .map(({ route }) => route)
      .sort(),
  );
});

for (const { route, state, open } of stops) {
  test(`${route} with ${state} fits, is marked without colors and accessible`, { tag: "@one-size" }, async ({
    page,
    house,
  }) => {
    await open(page, house);
    const browser = await page.context().newCDPSession(page);
    for (const window of windows)
      expect.soft(await findWide(page, browser, window), `${window.width} px, text of ${window.text} px`).toEqual([]);
    expect.soft(await findUnmarked(page), "forced colors").toEqual([]);
    expect.soft(await findViolations(page), "axe").toEqual([]);
  });
}

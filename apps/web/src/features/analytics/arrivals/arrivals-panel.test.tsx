import type { EventReport } from "@evently/core/analytics";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ArrivalsPanel } from "./arrivals-panel";

const figures = {
  timezone: "America/New_York",
  seats_sold: 340,
  checked_in: 3,
  no_shows: null,
  arrivals: [
    { at: "2027-01-15T00:00:00.000Z", admitted: 1 },
    { at: "2027-01-15T00:05:00.000Z", admitted: 2 },
  ],
};
const render = (more: Partial<EventReport> = {}) =>
  renderToStaticMarkup(<ArrivalsPanel figures={{ ...figures, ...more } as EventReport} />);

test("says how many came, and when by the hall's clock", () => {
  const html = render();
  expect(html).toContain("3 of 340 sold seats are checked in.");
  expect(html).toContain("19:00 to 19:05");
  expect(html).toContain("19:05 to 19:10");
  expect(html).not.toContain("did not come");
});

test("says who did not once it is over", () => {
  expect(render({ no_shows: 337 })).toContain("337 did not come.");
});

test("says the days where there is more than one", () => {
  const arrivals = [...figures.arrivals, { at: "2027-01-16T00:00:00.000Z", admitted: 1 }];
  expect(render({ arrivals })).toMatch(/15 Jan, 19:00 to 19:05/);
  expect(render()).not.toContain("Jan");
});

test("has no empty picture where nobody came", () => {
  const html = render({ checked_in: 0, no_shows: 340, arrivals: [] });
  expect(html).toContain("340 did not come.");
  expect(html).not.toMatch(/<ul|Show as table/);
});

test("shows nothing before the first", () => {
  expect(render({ checked_in: 0, arrivals: [] })).toBe("");
});

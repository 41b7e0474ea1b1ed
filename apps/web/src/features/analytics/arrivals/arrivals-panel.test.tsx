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
  expect(html).toContain("19:00");
  expect(html).toContain("19:05");
  expect(html).not.toContain("did not come");
});

test("says who did not once it is over", () => {
  expect(render({ no_shows: 337 })).toContain("337 did not come.");
});

test("shows nothing before the first", () => {
  expect(render({ checked_in: 0, arrivals: [] })).toBe("");
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isPrivatePath } from "~/features/search-engines/private-paths";
import { listRoutes } from "../../e2e/list-routes";
import { findPublicPage, publicPages } from "./public-pages";

const find = (address: string) => findPublicPage(new URL(address, "http://site"));

test("these pages, and no others, may be kept", () => {
  expect(publicPages.map(({ route }) => route)).toEqual(["/", "/events/[event_id]"]);
});

test("every other page is one visitor's own, and is never rendered by the build", () => {
  const others = listRoutes().filter(({ route }) => !publicPages.some((page) => page.route === route));
  expect(others.length).toBeGreaterThan(10);
  for (const { route, file } of others) {
    expect([route, isPrivatePath(route)]).toEqual([route, true]);
    expect([route, readFileSync(file, "utf8").includes("await connection();")]).toEqual([route, true]);
  }
});

test.each([
  ["/", "/"],
  ["/?utm_source=mail&fbclid=1", "/"],
  ["/?_rsc=1", "/"],
  ["/?tag=opera&city=Vail&x=1&city=Oslo", "/?city=Vail&tag=opera"],
  ["/?sort=sideways&from=yesterday", "/"],
  ["/events/event-00001?utm_source=mail", "/events/event-00001"],
])("%s is the page %s", (address, page) => {
  expect(find(address)).toBe(page);
});

test.each([
  "/bookings",
  "/organizer",
  "/checkout/holding-00001",
  "/challenge/holding-00001",
  "/events/event-00001.rsc",
  "/events/event-00001/",
  "/events/event-00001/calendar.ics",
  "/events/anything",
  "/events/event-1%2F",
])("%s is kept under no name", (address) => {
  expect(find(address)).toBeNull();
});

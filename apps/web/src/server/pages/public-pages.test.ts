import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { noFilters } from "~/features/browse/filters/filters";
import { isPrivatePath } from "~/features/search-engines/private-paths";
import { listRoutes } from "../../../e2e/list-routes";
import { findPublicPage, publicPages } from "./public-pages";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));
const find = (address: string) => findPublicPage(new URL(address, "http://site"));

test("these pages, and no others, may be kept", () => {
  expect(publicPages.map(({ route }) => route)).toEqual([
    "/",
    "/events/[event_id]",
    "/events/[event_id]/opengraph-image",
  ]);
});

test("nginx asks for the list by these filters too, and keeps the same pages", () => {
  const template = readFileSync(join(root, "apps/nginx/nginx.conf.template"), "utf8");
  const [, asked = ""] = /default "\?(search=.*)";/.exec(template) ?? [];
  const names = asked.split("&").map((pair) => pair.split("="));
  expect(names).toEqual(Object.keys(noFilters).map((name) => [name, `$arg_${name}`]));
  expect(template).toContain(
    Object.keys(noFilters)
      .map((name) => `$arg_${name}`)
      .join(""),
  );
  const [, kept = ""] = /location ~ "(\^\/\(events.*)" \{/.exec(template) ?? [];
  const paths = ["/", "/events/event-00001", "/events/event-00001/opengraph-image", "/bookings", "/events/event-1/x"];
  expect(paths.map((path) => new RegExp(kept).test(path))).toEqual(paths.map((path) => find(path) !== null));
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
  ["/events/event-00001/opengraph-image?4f5a", "/events/event-00001/opengraph-image"],
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

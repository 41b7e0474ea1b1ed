import type { APIRequestContext } from "@playwright/test";
import fc from "fast-check";
import { EventData } from "../src/features/search-engines/event-data.fixture";
import { buyOverRest } from "./guest";
import { expect, test } from "./story";

// What a search engine is told does not depend on a screen.
const oneSize = { tag: "@one-size" };

async function readText(request: APIRequestContext, path: string): Promise<string> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return response.text();
}

const listLocations = (sitemap: string) =>
  [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = ""]) => location);

test(
  "robots.txt leads to a sitemap that leads to every event, and to no private page",
  oneSize,
  async ({ request, baseURL, host }) => {
    const published = await host.announce(`In the sitemap of ${host.venue_id}`, 20);
    const draft = await host.announce(`Not in the sitemap of ${host.venue_id}`, 20, { status: "draft" });
    await host.untilListed(published);
    const robots = await readText(request, "/robots.txt");
    expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
    for (const path of ["/bookings", "/checkout", "/challenge", "/organizer", "/api/"])
      expect(robots).toContain(`Disallow: ${path}\n`);
    const files = listLocations(await readText(request, "/sitemap.xml"));
    const pages = (await Promise.all(files.map(async (file) => listLocations(await readText(request, file))))).flat();
    expect(pages).toContain(`${baseURL}/`);
    expect(pages).toContain(`${baseURL}/events/${published.event_id}`);
    expect(pages.join()).not.toContain(draft.event_id);
    expect((await request.get("/sitemaps/events-999.xml")).status()).toBe(404);
  },
);

test("the page of an event describes it, without a script of its own", oneSize, async ({ page, baseURL, host }) => {
  const name = `</script><script>alert(1)</script> & “${host.venue_id}”`;
  const { event_id } = await host.announce(name, 20, { doors_time: undefined });
  await page.goto(`/events/${event_id}`);
  const address = `${baseURL}/events/${event_id}`;
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", address);
  const [json = ""] = await page.locator("script[type='application/ld+json']").allTextContents();
  expect(EventData.parse(JSON.parse(json))).toMatchObject({
    name,
    url: address,
    eventStatus: "https://schema.org/EventScheduled",
    location: { name: "The Small House", address: { addressLocality: host.city } },
    performer: [{ name: "Ida Brandt, violin" }],
    offers: expect.arrayContaining([
      expect.objectContaining({ name: "Premium", price: "85.00", priceCurrency: "USD" }),
      expect.objectContaining({ name: "Balcony", price: "40.00", availability: "https://schema.org/InStock" }),
    ]),
  });
  const { image } = JSON.parse(json) as { image: string[] };
  const picture = await page.request.get(image[0] ?? "");
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);
});

test(
  "home has a card, a canonical address whatever is filtered by, and a manifest with its icons",
  oneSize,
  async ({ page, baseURL }) => {
    await page.goto("/?search=anything");
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`^${baseURL}/?$`));
    for (const property of ["og:title", "og:description", "og:image", "og:site_name", "og:type"])
      await expect(page.locator(`meta[property="${property}"]`)).toHaveAttribute("content", /./);
    const manifest = await page.locator("link[rel=manifest]").getAttribute("href");
    const { icons } = JSON.parse(await readText(page.request, manifest ?? "")) as { icons: { src: string }[] };
    const card = await page.locator(`meta[property="og:image"]`).getAttribute("content");
    const touch = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
    for (const path of [...icons.map(({ src }) => src), card, touch, "/apple-touch-icon.png", "/favicon.ico"])
      expect((await page.request.get(path ?? "")).headers()["content-type"], path ?? "").toMatch(/^image\//);
  },
);

test("private pages are not to be listed", oneSize, async ({ request }) => {
  for (const path of ["/bookings", "/organizer", "/checkout/holding-99999", "/challenge/holding-99999"])
    expect((await request.get(path)).headers()["x-robots-tag"], path).toBe("noindex");
  expect((await request.get("/")).headers()).not.toHaveProperty("x-robots-tag");
});

test(
  "an address that leads nowhere answers 400 or 404, however it is spelled",
  oneSize,
  async ({ request, baseURL }) => {
    const part = fc.oneof(
      fc.constantFrom("%E0%A4%A", "%", "%ff", "%c0%af", "%00", "%2F", "event-00001%20", "@", "[id]", "__proto__"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).map(encodeURIComponent),
      fc.stringMatching(/^(%[0-9a-fA-F]{1,2}){1,3}$/),
    );
    const start = fc.constantFrom(
      "/events/",
      "/bookings/",
      "/checkout/",
      "/challenge/",
      "/icons/",
      "/sitemaps/",
      "/x/",
    );
    await fc.assert(
      fc.asyncProperty(start, part, async (folder, name) => {
        const response = await request.get(new URL(folder, baseURL).href + name, { maxRedirects: 0 });
        expect([301, 307, 308, 400, 404], `${folder}${name}`).toContain(response.status());
      }),
      { numRuns: 60, seed: 1 },
    );
  },
);

test("files end as their formats demand", oneSize, async ({ page, concert, host }) => {
  const ticket = await buyOverRest(page, concert, ["D-4"]);
  for (const path of [`/events/${concert.event_id}/calendar.ics`, `${ticket}/calendar.ics`])
    expect(await readText(page.request, path)).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  for (const path of ["/robots.txt", "/sitemap.xml", "/sitemaps/pages.xml"])
    expect(await readText(page.request, path)).toMatch(/[^\n]\n$/);
  await host.signIn(page);
  const seats = await readText(page.request, `/api/venue/${host.venue_id}/seats.csv`);
  expect(seats).toMatch(/[^\r\n]\r\n$/);
  expect(seats.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

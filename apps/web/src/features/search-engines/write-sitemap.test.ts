import { eventsPerSitemap } from "@evently/core/event/limits.rules";
import { expect, test } from "vitest";
import { writeSitemap, writeSitemapIndex } from "./write-sitemap";

test("a sitemap has an entry for each address, and ends with a line break", () => {
  expect(writeSitemap(["https://a.example/", "https://a.example/events/event-00001"])).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      "<url><loc>https://a.example/</loc></url>",
      "<url><loc>https://a.example/events/event-00001</loc></url>",
      "</urlset>",
      "",
    ].join("\n"),
  );
});

test("an index has an entry for each sitemap", () => {
  expect(writeSitemapIndex(["https://a.example/sitemaps/pages.xml"])).toContain(
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<sitemap><loc>https://a.example/sitemaps/pages.xml</loc></sitemap>\n</sitemapindex>\n',
  );
});

test("an address can't end its element", () => {
  expect(writeSitemap([`https://a.example/?a=1&b="</loc>'`])).toContain(
    "<loc>https://a.example/?a=1&amp;b=&quot;&lt;/loc&gt;&apos;</loc>",
  );
});

test("a full sitemap of events is within what sitemaps.org allows: 50,000 addresses, 50 MiB", () => {
  const longest = `https://${"a".repeat(60)}.example/events/event-123456789012345`;
  expect(eventsPerSitemap).toBeLessThanOrEqual(50_000);
  expect(writeSitemap(Array.from({ length: eventsPerSitemap }, () => longest)).length).toBeLessThan(52_428_800);
});

import { escapeMarkup } from "~/features/site/escape-markup";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap of these addresses, at most 50,000 of them. */
export const writeSitemap = (addresses: readonly string[]): string => writeList("urlset", "url", addresses);

/** A sitemap of sitemaps. */
export const writeSitemapIndex = (addresses: readonly string[]): string =>
  writeList("sitemapindex", "sitemap", addresses);

function writeList(list: string, entry: string, addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<${entry}><loc>${escapeMarkup(address)}</loc></${entry}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${namespace}">\n${entries.join("")}</${list}>\n`;
}

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap of these addresses, at most 50,000 of them. */
export const writeSitemap = (addresses: readonly string[]): string => writeList("urlset", "url", addresses);

/** A sitemap of sitemaps. */
export const writeSitemapIndex = (addresses: readonly string[]): string =>
  writeList("sitemapindex", "sitemap", addresses);

function writeList(list: string, entry: string, addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<${entry}><loc>${escapeText(address)}</loc></${entry}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${namespace}">\n${entries.join("")}</${list}>\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapeText = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

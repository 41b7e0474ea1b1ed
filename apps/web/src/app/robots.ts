import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { uncrawledPaths } from "~/features/search-engines/private-paths";
import { readOrigin } from "~/features/site/read-origin";

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: uncrawledPaths },
    sitemap: `${readOrigin(await headers())}/sitemap.xml`,
  };
}

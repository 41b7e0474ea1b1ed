import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { readEnvironment } from "~/environment";
import { uncrawledPaths } from "~/features/search-engines/private-paths";

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The origin is that of the deployment, and not of the build.
  await connection();
  return {
    rules: { userAgent: "*", allow: "/", disallow: uncrawledPaths },
    sitemap: `${readEnvironment().publicOrigin}/sitemap.xml`,
  };
}

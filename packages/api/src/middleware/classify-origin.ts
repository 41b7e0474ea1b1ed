/** Which pages may act for their visitor: those of the site, by the requested host if its origin isn't known. */
export type SiteOrigins = { site?: string | undefined; allowed: readonly string[] };

/**
 * The origin of a request: a page of the site or of an allowed origin (`trusted`), a page of another site (`cross-
 * site`), or no page (`none`): browsers send an Origin header with every change, so a change without one is not from a
 * page.
 */
export function classifyOrigin(headers: Headers, origins: SiteOrigins): "trusted" | "cross-site" | "none" {
  const origin = headers.get("origin");
  if (origin !== null) return isTrusted(origin, headers, origins) ? "trusted" : "cross-site";
  const site = headers.get("sec-fetch-site");
  return site === "cross-site" || site === "same-site" ? "cross-site" : "none";
}

function isTrusted(origin: string, headers: Headers, { site, allowed }: SiteOrigins): boolean {
  if (allowed.includes(origin)) return true;
  if (headers.get("sec-fetch-site") === "cross-site" || !URL.canParse(origin)) return false;
  if (site !== undefined) return origin === site;
  return new URL(origin).host === (headers.get("x-forwarded-host") ?? headers.get("host"));
}

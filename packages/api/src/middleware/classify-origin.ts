/**
 * The origin of a request: a page of this site or of an allowed origin (`trusted`), a page of another site (`cross-
 * site`), or no page (`none`): browsers send an Origin header with every change, so a change without one is not from a
 * page.
 */
export function classifyOrigin(headers: Headers, allowed: readonly string[]): "trusted" | "cross-site" | "none" {
  const origin = headers.get("origin");
  if (origin !== null) return isTrusted(origin, headers, allowed) ? "trusted" : "cross-site";
  const site = headers.get("sec-fetch-site");
  return site === "cross-site" || site === "same-site" ? "cross-site" : "none";
}

function isTrusted(origin: string, headers: Headers, allowed: readonly string[]): boolean {
  if (allowed.includes(origin)) return true;
  if (headers.get("sec-fetch-site") === "cross-site" || !URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get("x-forwarded-host") ?? headers.get("host"));
}

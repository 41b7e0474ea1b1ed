/**
 * Where a request comes from: a page of this very site or of an allowed origin (`own`), a page of another one
 * (`foreign`), or no page that says so (`none`): then it is not a browser's, for these name the origin of every change.
 */
export function judgeOrigin(headers: Headers, allowed: readonly string[]): "own" | "foreign" | "none" {
  const origin = headers.get("origin");
  if (origin !== null) return isOwn(origin, headers, allowed) ? "own" : "foreign";
  const site = headers.get("sec-fetch-site");
  return site === "cross-site" || site === "same-site" ? "foreign" : "none";
}

function isOwn(origin: string, headers: Headers, allowed: readonly string[]): boolean {
  if (allowed.includes(origin)) return true;
  if (headers.get("sec-fetch-site") === "cross-site" || !URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get("x-forwarded-host") ?? headers.get("host"));
}

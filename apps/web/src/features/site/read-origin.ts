import { readEnvironment } from "~/environment";

/** PUBLIC_ORIGIN, else the origin under which the visitor reaches the site, behind a proxy too. */
export function readOrigin(headers: Headers): string {
  const { publicOrigin } = readEnvironment();
  if (publicOrigin !== null) return publicOrigin;
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  const scheme = headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return `${scheme === "https" ? "https" : "http"}://${host}`;
}

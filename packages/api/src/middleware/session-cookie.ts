import { sessionSeconds } from "@evently/core/user/session";

export const cookieName = "evently_session";

/** The session token of a Cookie header; null if absent. */
export function readSessionCookie(header: string | null): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=");
    if (key === cookieName && value) return value;
  }
  return null;
}

/** A Set-Cookie header that stores the token, or deletes the cookie if it is null. */
export function writeSessionCookie(token: string | null, isHttps: boolean): string {
  const age = token === null ? 0 : sessionSeconds;
  return `${cookieName}=${token ?? ""}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
}

import type { User } from "@evently/core/user";
import { sessionSeconds } from "@evently/core/user/session.rules";

export const cookieName = "evently_session";

/** Keeps a guest's token beside that of the account that they signed in with, as long as a hold of theirs may be open. */
export const guestCookieName = "evently_guest";

/** A token with what decides how long it is good. */
export type NewSession = { token: string } & Pick<User, "role" | "memberships">;

type Name = typeof cookieName | typeof guestCookieName;

/** The token in a Cookie header; null if absent. */
export function readSessionCookie(header: string | null, name: Name = cookieName): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=");
    if (key === name && value) return value;
  }
  return null;
}

/** A Set-Cookie header that stores a token for `age` seconds, or deletes the cookie if it is null. */
export function writeCookie(name: Name, token: string | null, age: number, isHttps: boolean): string {
  const seconds = token === null ? 0 : age;
  return `${name}=${token ?? ""}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
}

/** The same for a session, as long as it lasts. */
export const writeSessionCookie = (started: NewSession | null, isHttps: boolean): string =>
  writeCookie(cookieName, started?.token ?? null, started ? sessionSeconds(started) : 0, isHttps);

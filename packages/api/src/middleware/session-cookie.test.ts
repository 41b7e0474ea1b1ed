import type { Memberships } from "@evently/core/organization";
import { expect, it } from "vitest";
import { guestCookieName, readSessionCookie, writeCookie, writeSessionCookie } from "./session-cookie.ts";

it("finds its own cookie among others", () => {
  const header = "theme=dark; evently_session=abc; evently_guest=def; x=1";
  expect(readSessionCookie(header)).toBe("abc");
  expect(readSessionCookie(header, guestCookieName)).toBe("def");
  expect(readSessionCookie("evently_session_old=abc")).toBeNull();
  expect(readSessionCookie("evently_session=")).toBeNull();
  expect(readSessionCookie(null)).toBeNull();
});

it("is HttpOnly and SameSite, and Secure if the site uses https", () => {
  const started = { token: "abc", role: "attendee" } as const;
  expect(writeSessionCookie(started, true)).toBe(
    "evently_session=abc; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure",
  );
  expect(writeSessionCookie(started, false)).not.toContain("Secure");
});

it("lasts as long as the session of its role", () => {
  expect(writeSessionCookie({ token: "abc", role: "organizer" }, false)).toContain("Max-Age=2592000;");
  const member = { role: "attendee", memberships: { "organization-00001": "door" } as Memberships } as const;
  expect(writeSessionCookie({ token: "abc", ...member }, false)).toContain("Max-Age=2592000;");
  expect(writeCookie(guestCookieName, "def", 900, false)).toBe(
    "evently_guest=def; Path=/; Max-Age=900; HttpOnly; SameSite=Lax",
  );
});

it("ends the cookie", () => {
  expect(writeSessionCookie(null, false)).toBe("evently_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
});

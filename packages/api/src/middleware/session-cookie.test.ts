import { expect, it } from "vitest";
import { readSessionCookie, writeSessionCookie } from "./session-cookie.ts";

it("finds its own cookie among others", () => {
  expect(readSessionCookie("theme=dark; evently_session=abc; x=1")).toBe("abc");
  expect(readSessionCookie("evently_session_old=abc")).toBeNull();
  expect(readSessionCookie("evently_session=")).toBeNull();
  expect(readSessionCookie(null)).toBeNull();
});

it("is HttpOnly and SameSite, and Secure if the site uses https", () => {
  expect(writeSessionCookie("abc", true)).toBe(
    "evently_session=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure",
  );
  expect(writeSessionCookie("abc", false)).not.toContain("Secure");
});

it("ends the cookie", () => {
  expect(writeSessionCookie(null, false)).toBe("evently_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
});

import { guestCookieName, readSessionCookie } from "./session-cookie.ts";

/** The tokens that a request carries, valid or not; null where absent. */
export type Tokens = {
  /** Of the Authorization header. */
  bearer: string | null;
  /** Of the session: the bearer, or else that of the cookie. */
  token: string | null;
  /** What a browser keeps of the guest that somebody was until they signed in. */
  guest: string | null;
};

export function readTokens(headers: Headers): Tokens {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
  const cookies = headers.get("cookie");
  return {
    bearer,
    token: bearer ?? readSessionCookie(cookies),
    guest: bearer === null ? readSessionCookie(cookies, guestCookieName) : null,
  };
}

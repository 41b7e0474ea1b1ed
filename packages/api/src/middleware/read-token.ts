import { readSessionCookie } from "./session-cookie.ts";

/** The token of the Authorization header; null if absent. */
export const readBearer = (headers: Headers): string | null =>
  /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;

/** The session token that a request carries, valid or not; null if absent. */
export const readToken = (headers: Headers): string | null =>
  readBearer(headers) ?? readSessionCookie(headers.get("cookie"));

import type { Core } from "@evently/core/core";
import type { Doorkeeper } from "@evently/core/door/doorkeeper";
import type { Network } from "@evently/core/network";
import type { Prewritten } from "@evently/core/text/prewritten";
import type { Actor } from "@evently/core/user";
import { findGuest } from "@evently/core/user/find-guest";
import { longestHold } from "@evently/core/user/guest.rules";
import { keepSession, resolveActor } from "@evently/core/user/session";
import { classifyOrigin, type SiteOrigins } from "./middleware/classify-origin.ts";
import { describeDevice } from "./middleware/describe-device.ts";
import { keyHeader, replayedHeader } from "./middleware/idempotency-headers.ts";
import { proofHeader } from "./middleware/proof-header.ts";
import { readTokens } from "./middleware/read-token.ts";
import {
  cookieName,
  guestCookieName,
  type NewSession,
  writeCookie,
  writeSessionCookie,
} from "./middleware/session-cookie.ts";

/** A completed procedure call: `code` is OK or the error code. */
export type ProcedureCall = { procedure: string; code: string; seconds: number };

/** The request context of a procedure, the same over tRPC and REST. */
export type Context = {
  core: Core;
  request_id: string;
  /** The session token that the caller sent, valid or not. */
  token: string | null;
  /** Where the request comes from; null if unknown, or if networks are not limited. */
  network: Network | null;
  /** The X-Proof header, a solved challenge; null if absent. */
  proof: string | null;
  /** What is asked with, such as "Firefox on Linux"; null for a program. */
  device: string | null;
  /** Where the site is reached, for links; null where nobody knows. */
  siteOrigin: string | null;
  /** The caller, read once and only on demand; null without a valid session. */
  findActor(): Promise<Actor | null>;
  /** Who stands at the door, for its procedures. */
  keeper?: Doorkeeper;
  /** The guest that the caller was before they signed in, whose open holds are still theirs; null without one. */
  findGuest(): Promise<Actor | null>;
  /** Whether a page of another site sent the request with the session cookie. */
  isCrossSite: boolean;
  /** Whether a page of another site sent it at all, without a token that it has itself. */
  isFromOtherSite: boolean;
  /** Called after every procedure. */
  onCall?: (call: ProcedureCall) => void;
  /**
   * Sets the cookie in a browser on the site; other callers keep the token from the response. What a guest had is kept beside
   * it as long as a hold of theirs may be open.
   */
  setSession(started: NewSession, guest?: string): void;
  clearSession(): void;
  /** The Idempotency-Key header; null if absent. */
  idempotencyKey: string | null;
  /** Whether a file is sent as it is written, rather than answered as a text. */
  takesFiles?: true;
  /** Takes what is written already, and answers what is to stand for it in the response. */
  keepWritten?: (written: Prewritten<unknown>) => string;
  /** Marks the response as a replay. */
  markReplayed(): void;
};

export type ContextParts = {
  core: Core;
  request: Request;
  /** The response's headers, for setting a cookie. */
  headers: Headers;
  request_id: string;
  network: Network | null;
  origins: SiteOrigins;
  siteOrigin?: string | null;
  onCall?: (call: ProcedureCall) => void;
};

export function createContext(parts: ContextParts): Context {
  const { core, request, headers, request_id, network, origins, siteOrigin = null, onCall } = parts;
  const tokens = readTokens(request.headers);
  const { token, bearer } = tokens;
  const origin = classifyOrigin(request.headers, origins);
  const isHttps = (origins.site ?? request.headers.get("x-forwarded-proto") ?? request.url).startsWith("https");
  const isFromOtherSite = origin === "cross-site" && bearer === null;
  let actor: Promise<Actor | null> | null = null;
  let guest: Promise<Actor | null> | null = null;
  const withRequest = (found: Actor | null) => found && { ...found, request_id, network };
  const addCookie = (cookie: string) => headers.append("set-cookie", cookie);
  // A page that the site renders passes no cookie on to its visitor: such a request must not use up a renewal.
  const canRenew = bearer !== null || origin === "trusted" || request.headers.get("sec-fetch-site") === "same-origin";

  async function findCaller(known: string): Promise<Actor | null> {
    const found = await resolveActor(core, known);
    const seconds = found && canRenew ? keepSession(core, known) : null;
    if (seconds !== null && bearer === null) addCookie(writeCookie(cookieName, known, seconds, isHttps));
    return withRequest(found);
  }

  return {
    ...{ core, request_id, network, token, siteOrigin },
    proof: request.headers.get(proofHeader),
    device: describeDevice(request.headers.get("user-agent")),
    findActor() {
      actor ??= token === null ? Promise.resolve(null) : findCaller(token);
      return actor;
    },
    findGuest() {
      guest ??= findGuest(core, tokens).then(withRequest);
      return guest;
    },
    ...(onCall ? { onCall } : {}),
    isCrossSite: isFromOtherSite && (token !== null || tokens.guest !== null),
    isFromOtherSite,
    ...(origin === "trusted" ? writeSessions({ core, tokens, isHttps, addCookie }) : leaveSessions),
    idempotencyKey: request.headers.get(keyHeader),
    markReplayed() {
      headers.set(replayedHeader, "true");
    },
  };
}

type Writing = {
  core: Core;
  tokens: ReturnType<typeof readTokens>;
  isHttps: boolean;
  addCookie(cookie: string): void;
};

function writeSessions({ core, tokens, isHttps, addCookie }: Writing): Pick<Context, "setSession" | "clearSession"> {
  return {
    setSession(started, former) {
      addCookie(writeSessionCookie(started, isHttps));
      if (former) addCookie(writeCookie(guestCookieName, former, longestHold(core.rules), isHttps));
    },
    clearSession() {
      addCookie(writeSessionCookie(null, isHttps));
      if (tokens.guest !== null) addCookie(writeCookie(guestCookieName, null, 0, isHttps));
    },
  };
}

/** Who calls from elsewhere than the site keeps no cookie. */
const leaveSessions: ReturnType<typeof writeSessions> = { setSession: () => undefined, clearSession: () => undefined };

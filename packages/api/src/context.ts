import type { Core } from "@evently/core/core";
import type { Network } from "@evently/core/network";
import type { Prewritten } from "@evently/core/text/prewritten";
import type { Actor } from "@evently/core/user";
import { resolveActor } from "@evently/core/user/session";
import { classifyOrigin, type SiteOrigins } from "./middleware/classify-origin.ts";
import { keyHeader, replayedHeader } from "./middleware/idempotency-headers.ts";
import { proofHeader } from "./middleware/proof-header.ts";
import { readBearer, readToken } from "./middleware/read-token.ts";
import { writeSessionCookie } from "./middleware/session-cookie.ts";

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
  /** The caller, read once and only on demand; null without a valid session. */
  findActor(): Promise<Actor | null>;
  /** Whether a page of another site sent the request with the session cookie. */
  isCrossSite: boolean;
  /** Called after every procedure. */
  onCall?: (call: ProcedureCall) => void;
  /** Sets the cookie in a browser on the site; other callers keep the token from the response. */
  setSession(token: string): void;
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
  onCall?: (call: ProcedureCall) => void;
};

export function createContext(parts: ContextParts): Context {
  const { core, request, headers, request_id, network, origins, onCall } = parts;
  const bearer = readBearer(request.headers);
  const token = readToken(request.headers);
  const origin = classifyOrigin(request.headers, origins);
  const isHttps = (origins.site ?? request.headers.get("x-forwarded-proto") ?? request.url).startsWith("https");
  let actor: Promise<Actor | null> | null = null;
  const withRequest = (found: Actor | null) => found && { ...found, request_id, network };
  return {
    core,
    request_id,
    network,
    proof: request.headers.get(proofHeader),
    token,
    findActor() {
      actor ??= token === null ? Promise.resolve(null) : resolveActor(core, token).then(withRequest);
      return actor;
    },
    ...(onCall ? { onCall } : {}),
    isCrossSite: origin === "cross-site" && bearer === null && token !== null,
    setSession(started) {
      if (origin === "trusted") headers.append("set-cookie", writeSessionCookie(started, isHttps));
    },
    clearSession() {
      if (origin === "trusted") headers.append("set-cookie", writeSessionCookie(null, isHttps));
    },
    idempotencyKey: request.headers.get(keyHeader),
    markReplayed() {
      headers.set(replayedHeader, "true");
    },
  };
}

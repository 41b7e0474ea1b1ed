import type { Core } from "@evently/core/core";
import type { Actor } from "@evently/core/user";
import { resolveActor } from "@evently/core/user/session";
import { classifyOrigin } from "./middleware/classify-origin.ts";
import { keyHeader, replayedHeader } from "./middleware/idempotency-headers.ts";
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
  /** Marks the response as a replay. */
  markReplayed(): void;
};

export type ContextParts = {
  core: Core;
  request: Request;
  /** The response's headers, for setting a cookie. */
  headers: Headers;
  request_id: string;
  /** Additional origins that may call from a browser. */
  allowed: readonly string[];
  onCall?: (call: ProcedureCall) => void;
};

export function createContext({ core, request, headers, request_id, allowed, onCall }: ContextParts): Context {
  const bearer = readBearer(request.headers);
  const token = readToken(request.headers);
  const origin = classifyOrigin(request.headers, allowed);
  const isHttps = (request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol).startsWith("https");
  let actor: Promise<Actor | null> | null = null;
  const withRequest = (found: Actor | null) => found && { ...found, request_id };
  return {
    core,
    request_id,
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

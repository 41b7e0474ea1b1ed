import type { Core } from "@evently/core/core";
import type { Actor } from "@evently/core/user";
import { resolveActor } from "@evently/core/user/session";
import { judgeOrigin } from "./middleware/judge-origin.ts";
import { keyHeader, replayedHeader } from "./middleware/keep-first-answer.ts";
import { readSessionCookie, writeSessionCookie } from "./middleware/session-cookie.ts";

/** One procedure that ran: `code` is OK, or that of the failure it ended with. */
export type ProcedureCall = { procedure: string; code: string; seconds: number };

/** What a procedure knows of its request, whichever door it came through. */
export type Context = {
  core: Core;
  request_id: string;
  /** What the caller shows for itself, whether it stands for anyone or not. */
  token: string | null;
  /** Who calls, looked up once and not before it is asked for; null for nobody. */
  findActor(): Promise<Actor | null>;
  /** A cookie came along with a request from a page of another site. */
  isForeign: boolean;
  /** Is told of every procedure that ran, over either door. */
  onCall?: (call: ProcedureCall) => void;
  /** Lets a browser on the site keep the session; other callers keep the token that they are told. */
  setSession(token: string): void;
  clearSession(): void;
  /** What the caller calls this attempt, so that it is known when it is sent again; null where it has no name. */
  idempotencyKey: string | null;
  /** Tells that the answer was given before. */
  markReplayed(): void;
};

export type ContextParts = {
  core: Core;
  request: Request;
  /** The answer's headers: where a cookie is set. */
  headers: Headers;
  request_id: string;
  /** Origins beside the site's own that may call from a browser. */
  allowed: readonly string[];
  onCall?: (call: ProcedureCall) => void;
};

export function createContext({ core, request, headers, request_id, allowed, onCall }: ContextParts): Context {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
  const token = bearer ?? readSessionCookie(request.headers.get("cookie"));
  const origin = judgeOrigin(request.headers, allowed);
  const isHttps = (request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol).startsWith("https");
  let actor: Promise<Actor | null> | null = null;
  return {
    core,
    request_id,
    token,
    findActor() {
      actor ??= token === null ? Promise.resolve(null) : resolveActor(core, token);
      return actor;
    },
    ...(onCall ? { onCall } : {}),
    isForeign: origin === "foreign" && bearer === null && token !== null,
    setSession(started) {
      if (origin === "own") headers.append("set-cookie", writeSessionCookie(started, isHttps));
    },
    clearSession() {
      if (origin === "own") headers.append("set-cookie", writeSessionCookie(null, isHttps));
    },
    idempotencyKey: request.headers.get(keyHeader),
    markReplayed() {
      headers.set(replayedHeader, "true");
    },
  };
}

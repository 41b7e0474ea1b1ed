import type { AppRouter } from "@evently/api/root";
import type { PlaceHold } from "@evently/core/hold";
import { createTRPCClient, httpLink } from "@trpc/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isSilence } from "~/trpc/describe-silence";
import { idempotencyHeaders } from "~/trpc/idempotency-key";
import { NotSentError } from "./describe-hold-failure";
import { sendHold } from "./send-hold";

const request = { event_id: "event-00001", seats: ["A-1"] } as unknown as PlaceHold;
const answer = (data: unknown) => new Response(JSON.stringify({ result: { data } }));
const signInRequired = () => {
  const failure = { error: "Sign in.", error_code: "SIGN_IN_REQUIRED", details: {} };
  const error = { message: failure.error, code: -32001, data: { failure } };
  return new Response(JSON.stringify({ error }), { status: 401 });
};

/** The site's links to an API that gives these answers in turn by procedure, and none once they are used up. */
function openApi(answers: Record<string, Response[]>) {
  const sent: string[] = [];
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "http://api.test",
        headers: ({ op }) => idempotencyHeaders(op.context),
        fetch: (input, init) => {
          const path = new URL(String(input)).pathname.slice(1);
          const key = new Headers(init?.headers as HeadersInit).get("idempotency-key");
          sent.push(key ? `${path} ${key}` : path);
          const next = answers[path]?.shift();
          if (next) return Promise.resolve(next);
          return new Promise((_, reject) =>
            init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
          );
        },
      }),
    ],
  });
  const send = (hasSession: boolean) =>
    sendHold({ client, hasSession, onGuest: () => sent.push("is a guest") }, request, "k-1");
  return { send, sent };
}

describe("sending a hold", () => {
  beforeEach(() => {
    vi.stubGlobal("navigator", { onLine: true });
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("makes a guest of a visitor, and of nobody who is signed in", async () => {
    const fresh = openApi({
      "session.get": [answer(null)],
      "session.startGuest": [answer({ token: "t" })],
      "hold.place": [answer({ holding_id: "holding-00001" })],
    });
    await fresh.send(false);
    expect(fresh.sent).toEqual(["session.get", "session.startGuest", "is a guest", "hold.place k-1"]);

    const known = openApi({ "hold.place": [answer({ holding_id: "holding-00001" })] });
    await known.send(true);
    expect(known.sent).toEqual(["hold.place k-1"]);
  });

  test("starts a session anew where it is no longer known", async () => {
    const { send, sent } = openApi({
      "session.startGuest": [answer({ token: "t" })],
      "hold.place": [signInRequired(), answer({ holding_id: "holding-00002" })],
    });
    expect(await send(true)).toEqual({ holding_id: "holding-00002" });
    expect(sent).toEqual(["hold.place k-1", "session.startGuest", "is a guest", "hold.place k-1"]);
  });

  test("ends after ten seconds in all, and is not known to be refused", async () => {
    const { send } = openApi({ "session.get": [answer({ user_id: "user-00001" })] });
    const failed = send(false).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    const error = await failed;
    expect(isSilence(error)).toBe(true);
    expect(error).not.toBeInstanceOf(NotSentError);
  });

  test("is known to be refused where it was never sent", async () => {
    const { send, sent } = openApi({ "session.get": [answer(null)] });
    const failed = send(false).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    const error = await failed;
    expect(error).toBeInstanceOf(NotSentError);
    expect(isSilence(error)).toBe(true);
    expect(sent).toEqual(["session.get", "session.startGuest"]);
  });
});

import type { AppRouter } from "@evently/api/root";
import type { ConfirmHold } from "@evently/core/hold";
import { createTRPCClient, httpLink } from "@trpc/client";
import { expect, test } from "vitest";
import { idempotencyHeaders } from "~/trpc/idempotency-key";
import { askPayment, repeatPayment, sendPayment } from "./send-payment";

const input = { holding_id: "holding-00001", payment: { token: "tok_visa" } } as ConfirmHold;
const sentPayment = { input, key: "k-1" };

const failing = (status: number, error_code: string, details = {}) => {
  const failure = { error: "No.", error_code, details };
  return new Response(JSON.stringify({ error: { message: "No.", code: -32000, data: { failure } } }), { status });
};

/** The site's link to an API that answers every call in this way. */
function openApi(answer: () => Promise<Response>) {
  const sent: (string | null)[] = [];
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "http://api.test",
        headers: ({ op }) => idempotencyHeaders(op.context),
        fetch: (_, init) => {
          sent.push(new Headers(init?.headers as HeadersInit).get("idempotency-key"));
          return answer();
        },
      }),
    ],
  });
  return { client, sent };
}

test("a payment is sent and repeated with one key; asking for its outcome starts none", async () => {
  const booked = { result: { data: { state: "confirmed", booking_id: "booking-00001" } } };
  const { client, sent } = openApi(async () => new Response(JSON.stringify(booked)));
  for (const call of [sendPayment(client, sentPayment), repeatPayment(client, sentPayment), askPayment(client, input)])
    expect(await call).toEqual({ type: "booked", booking_id: "booking-00001" });
  expect(sent).toEqual(["k-1", "k-1", null]);
});

test("no answer, and one about the repeat only, leave the outcome open", async () => {
  const open = { type: "unanswered", hasBegun: false };
  const silent = openApi(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await sendPayment(silent.client, sentPayment)).toEqual(open);
  expect(await repeatPayment(silent.client, sentPayment)).toEqual(open);
  const limited = openApi(async () => failing(429, "RATE_LIMITED"));
  expect(await repeatPayment(limited.client, sentPayment)).toEqual(open);
  expect((await sendPayment(limited.client, sentPayment)).type).toBe("refused");
  const busy = openApi(async () => failing(409, "IDEMPOTENCY_KEY_IN_USE"));
  expect(await repeatPayment(busy.client, sentPayment)).toEqual(open);
  const none = openApi(async () => failing(422, "INVALID_INPUT", { faults: [] }));
  expect(await askPayment(none.client, input)).toEqual(open);
});

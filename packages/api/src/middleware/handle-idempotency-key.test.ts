import { createHash } from "node:crypto";
import { createCore } from "@evently/core/create-core";
import { fakeTable, refusedBy, silence } from "@evently/core/testing/fake-table";
import { openPrinter } from "@evently/tickets/open-printer";
import { describe, expect, it } from "vitest";
import { createContext } from "../context.ts";
import { answerRest } from "../rest/answer-rest.ts";

type Input = {
  RequestItems?: Record<string, unknown>;
  Key?: { pk: string };
  UpdateExpression?: string;
  TransactItems?: { Delete?: { Key: { pk: string }; ConditionExpression: string } }[];
};

const venue = { name: "Hall", city: "Oslo", seat_types: ["Box"] };
const usage = { pk: "usage-organization-00001", venue_count: 0, seat_count: 0 };
const created_at = "2026-01-01T00:00:00.000Z";
const memberships = { "organization-00001": "owner" };
const organizer = {
  user_id: "user-00001",
  role: "organizer",
  email: null,
  phone: null,
  name: null,
  created_at,
  memberships,
};
const bodyHash = createHash("sha256")
  .update(JSON.stringify({ city: "Oslo", name: "Hall", seat_types: ["Box"] }))
  .digest("base64url");

/** POST /venue by an organizer, over a table whose idempotency record is `stored`; every other write ends with `outcome`. */
async function post(headers: Record<string, string>, stored: Record<string, unknown> | null, outcome: unknown = {}) {
  const { table, inputs } = fakeTable<Input>(({ RequestItems, Key, UpdateExpression, TransactItems }) => {
    if (RequestItems)
      return { Responses: Object.fromEntries(Object.keys(RequestItems).map((name) => [name, [usage]])) };
    const pk = Key?.pk ?? "";
    if (pk.startsWith("session-")) return { Item: { user_id: "user-00001", ends_at: 9e9 } };
    if (pk.startsWith("user-")) return { Item: organizer };
    if (!pk.startsWith("claim-")) return TransactItems?.[0]?.Delete ? {} : outcome;
    if (!stored || !UpdateExpression?.includes("REMOVE answer")) return { Attributes: {} };
    return refusedBy({ body_hash: bodyHash, lease: "theirs", ...stored });
  });
  const core = createCore({ table, rules: {} as never, gateway: {} as never, secret: "", clock: () => 1000 });
  const request = new Request("http://api.test/venue", {
    method: "POST",
    headers: { authorization: `Bearer ${"t".repeat(43)}`, ...headers },
    body: JSON.stringify(venue),
  });
  const responseHeaders = new Headers();
  const context = createContext({
    core,
    printer: openPrinter(),
    request,
    headers: responseHeaders,
    request_id: "r-1",
    network: null,
    origins: { allowed: [] },
  });
  const response = await answerRest(request, context);
  const sent = inputs.filter(({ Key }) => !/^(session|user)-/.test(Key?.pk ?? ""));
  return {
    status: response.status,
    text: await response.text(),
    replayed: responseHeaders.get("idempotency-replayed"),
    sent,
  };
}

const key = { "idempotency-key": "attempt-1" };

describe("a repeated request with a key", () => {
  it("gets the same response, and reads nothing but its idempotency record", async () => {
    const answer = JSON.stringify({ output: { venue_id: "venue-00007", name: "Hall" } });
    const { sent, ...result } = await post(key, { answer });
    expect(result).toEqual({ status: 201, text: '{"venue_id":"venue-00007","name":"Hall"}', replayed: "true" });
    expect(sent).toHaveLength(1);
  });

  it("gets the same failure in the same words", async () => {
    const failure = { error: "No luck.", error_code: "PAYMENT_DECLINED", details: { reason: "b", expires_at: "a" } };
    const { sent, ...result } = await post(key, { answer: JSON.stringify({ failure }) });
    expect(result).toEqual({ status: 400, text: JSON.stringify(failure), replayed: "true" });
    expect(sent).toHaveLength(1);
  });
});

describe("a request with a key", () => {
  it.each([
    [409, "IDEMPOTENCY_KEY_IN_USE", { lease_until: 1000 }],
    [422, "IDEMPOTENCY_KEY_REUSED", { lease_until: 1000, body_hash: "another" }],
    [422, "IDEMPOTENCY_KEY_REUSED", { answer: "{}", body_hash: "another" }],
  ])("is refused with %i %s by its idempotency record", async (status, error_code, stored) => {
    const result = await post(key, stored);
    expect([result.status, JSON.parse(result.text).error_code, result.replayed]).toEqual([status, error_code, null]);
    expect(result.sent).toHaveLength(1);
  });

  it("that is malformed reads nothing from the table", async () => {
    for (const bad of ["", "two words", "x".repeat(256)]) {
      const { status, text, sent } = await post({ "idempotency-key": bad }, null);
      const faults = [{ path: "Idempotency-Key", message: "1 to 255 visible characters" }];
      expect([status, JSON.parse(text).details, sent]).toEqual([422, { faults }, []]);
    }
  });

  it("frees it if the table did not respond, unless a response is stored by then", async () => {
    const { status, sent } = await post(key, null, silence());
    expect(status).toBe(503);
    const freed = sent.at(-1)?.TransactItems?.[0]?.Delete;
    expect(freed?.Key.pk).toMatch(/^claim-/);
    expect(freed?.ConditionExpression).toBe("lease = :lease AND attribute_not_exists(answer)");
  });
});

it("a request without a key writes no idempotency record", async () => {
  const { status, sent } = await post({}, null, { Attributes: { n: 7 } });
  expect(status).toBe(201);
  expect(JSON.stringify(sent)).not.toContain("claim-");
});

import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { failure, foundItem, openScriptedEngine, type ScriptedEngine } from "../../testing/scripted-engine.ts";
import { openTwoTransports, type TwoTransports } from "../../testing/two-transports.ts";

/** What a transport makes of time: credentials that end, and a clock that is wrong. */
const get = () => new GetCommand({ TableName: "evently", Key: { pk: "a", sk: "b" } });

let engine: ScriptedEngine;
let both: TwoTransports;
beforeEach(async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  engine = await openScriptedEngine();
  both = openTwoTransports(engine.endpoint);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  both.close();
  await engine.close();
});

it("credentials are asked for again before they end, once for all calls, as by the SDK", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-01T09:30:00Z") });
  const asked = vi.fn();
  const hour = 3_600_000;
  const credentials = async () => {
    asked();
    const accessKeyId = `key-${new Date().toISOString().slice(11, 16)}`;
    return { accessKeyId, secretAccessKey: "secret", sessionToken: "token", expiration: new Date(Date.now() + hour) };
  };
  const passing = openTwoTransports(engine.endpoint, { credentials });
  engine.script();
  for (const wait of [0, 10, 49, 2]) {
    vi.setSystemTime(Date.now() + wait * 60_000);
    for (const send of [passing.sdk, passing.lean]) await send(get());
    // A refresh near the end runs beside the call that caused it; the next call has its result.
    await new Promise(setImmediate);
    for (const send of [passing.sdk, passing.lean]) await send(get());
  }
  passing.close();
  const keys = engine.received.map(({ headers }) => /Credential=([^/]*)/.exec(String(headers.authorization))?.[1]);
  const ofSdk = keys.filter((_, i) => i % 2 === 0);
  expect(keys.filter((_, i) => i % 2 === 1)).toEqual(ofSdk);
  expect(new Set(ofSdk).size).toBe(2);
  expect(asked.mock.calls.length).toBe(4);
  expect(engine.received.every(({ headers }) => headers["x-amz-security-token"] === "token")).toBe(true);
});

describe("a clock that is wrong", () => {
  const now = Date.parse("2026-03-01T09:30:00Z");
  const inTruth = { date: new Date(now + 3_600_000).toUTCString() };
  const dates = () => engine.received.map(({ headers }) => headers["x-amz-date"]);
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));

  it.each(["InvalidSignatureException", "RequestTimeTooSkewed"])(
    "is put right by the answer, and %s is tried again, as by the SDK",
    async (name) => {
      for (const send of [both.sdk, both.lean]) {
        engine.script(failure(name, 403, inTruth), { ...foundItem, headers: inTruth });
        expect(await send(get())).toMatchObject({ Item: { pk: "a" }, $metadata: { attempts: 2 } });
        await send(get());
        expect(dates()).toEqual(["20260301T093000Z", "20260301T103000Z", "20260301T103000Z"]);
      }
    },
  );

  it("makes no refusal uncertain: one whose condition failed is not sent again, unlike by the SDK", async () => {
    const rejection = failure("ConditionalCheckFailedException", 400, inTruth);
    engine.script(rejection, rejection, rejection, rejection);
    await both.lean(get()).catch(() => null);
    expect(engine.received).toHaveLength(1);
  });

  it("is not set by what a cache answered", async () => {
    engine.script({ headers: { ...inTruth, age: "5" } });
    await both.lean(get());
    await both.lean(get());
    expect(dates()).toEqual(["20260301T093000Z", "20260301T093000Z"]);
  });
});

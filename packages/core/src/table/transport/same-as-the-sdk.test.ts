import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { frozen, replies } from "../../testing/arbitrary-answers.ts";
import { type CommandCase, commands } from "../../testing/arbitrary-commands.ts";
import { openScriptedEngine, type Reply, type ScriptedEngine } from "../../testing/scripted-engine.ts";
import { openTwoTransports, type TwoTransports } from "../../testing/two-transports.ts";
import type { Send } from "./connect-lean.ts";

const numRuns = process.env.EVENTLY_PROOF ? 10_000 : 300;
let engine: ScriptedEngine;
let both: TwoTransports;

beforeAll(async () => {
  engine = await openScriptedEngine();
  // Chance decides how long a retry waits: here not at all. A clock that stands gives both the same date to sign.
  vi.spyOn(Math, "random").mockReturnValue(0);
  vi.useFakeTimers({ toFake: ["Date"], now: frozen });
});
afterAll(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await engine.close();
});

/** What was sent, and what came of it, each in a form that can be compared. */
async function drive(send: Send, { make }: CommandCase, answers: Reply[]) {
  engine.script(...answers);
  const outcome = await send(make()).then(describeResult, describeError);
  const sent = engine.received.map(({ headers, path, body }) => ({ headers, path, body }));
  return { outcome, sent };
}

function describeResult(result: unknown): unknown {
  const { $metadata, ...rest } = result as { $metadata: object };
  return { ...rest, $metadata: withoutWaiting($metadata) };
}

function describeError(thrown: unknown): unknown {
  const error = thrown as Error & { $metadata: object };
  const [message] = error.message.split("\n  Deserialization error:");
  const { $metadata, ...own } = error;
  return { thrownBy: error.constructor, ...own, name: error.name, message, $metadata: withoutWaiting($metadata) };
}

function withoutWaiting({ totalRetryDelay: _, ...metadata }: { totalRetryDelay?: number }): object {
  return metadata;
}

it("every request has the SDK's headers, signature included, and its body", async () => {
  both = openTwoTransports(engine.endpoint);
  await fc.assert(
    fc.asyncProperty(commands, async (made) => {
      const [sdk, lean] = [await drive(both.sdk, made, []), await drive(both.lean, made, [])];
      expect(sdk.sent).toHaveLength(1);
      expect(lean.sent).toEqual(sdk.sent);
      expect(lean.outcome).toStrictEqual(sdk.outcome);
    }),
    { numRuns },
  );
  both.close();
});

it.each(["/base", "/base/", "/a%20b/(c)"])("an engine under the path %s is asked as by the SDK", async (path) => {
  both = openTwoTransports(`${engine.endpoint}${path}`);
  const [made] = fc.sample(commands, { numRuns: 1, seed: 1 });
  if (!made) return expect.unreachable("there is no command");
  const [sdk, lean] = [await drive(both.sdk, made, []), await drive(both.lean, made, [])];
  both.close();
  expect(lean.sent).toEqual(sdk.sent);
});

it("every answer comes to the SDK's result or exception, after as many requests", async () => {
  const exchanges = commands.chain((made) => fc.tuple(fc.constant(made), replies(made.kind)));
  await fc.assert(
    fc.asyncProperty(exchanges, async ([made, answers]) => {
      // Each with a full quota of retries.
      both = openTwoTransports(engine.endpoint);
      const [sdk, lean] = [await drive(both.sdk, made, answers), await drive(both.lean, made, answers)];
      both.close();
      expect(lean.outcome).toStrictEqual(sdk.outcome);
      expect(lean.sent).toEqual(sdk.sent);
    }),
    { numRuns },
  );
});

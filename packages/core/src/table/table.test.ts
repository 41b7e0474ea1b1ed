import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openScriptedEngine, type ScriptedEngine } from "../testing/scripted-engine.ts";
import { readItem } from "./read-item.ts";
import { type Connect, connectTable } from "./table.ts";

let engine: ScriptedEngine;
beforeEach(async () => {
  engine = await openScriptedEngine();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await engine.close();
});

/** The SDK says who it is in every request; the lean transport says nothing of itself. */
async function findTransport(connect: Partial<Connect>): Promise<string> {
  const table = connectTable({ endpoint: engine.endpoint, name: "evently", region: "eu-central-1", ...connect });
  engine.script();
  await readItem(table, { pk: "a", sk: "b" });
  table.close();
  const [request] = engine.received;
  return /^aws-sdk-js/.test(request?.headers["user-agent"] ?? "") ? "sdk" : "lean";
}

it("a URL is asked by the lean transport unless the SDK's is wanted", async () => {
  expect(await findTransport({})).toBe("lean");
  expect(await findTransport({ transport: "lean" })).toBe("lean");
  expect(await findTransport({ transport: "sdk" })).toBe("sdk");
});

it("AWS is asked by the SDK, with the credentials of the environment", async () => {
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "ambient");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  expect(await findTransport({ endpoint: "aws" })).toBe("sdk");
  expect(engine.received[0]?.headers.authorization).toContain("Credential=ambient/");
});

it("a URL is never shown the credentials of the environment", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "ambient");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  for (const transport of ["sdk", "lean"] as const) {
    await findTransport({ transport });
    expect(engine.received[0]?.headers.authorization).toContain("Credential=local/");
  }
});

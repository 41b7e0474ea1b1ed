import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EngineName, listEngines } from "./find-engine.ts";
import { findFreePort, isPortTaken } from "./port.ts";
import { answers, type RunningEngine, startEngine } from "./start-engine.ts";

const name = process.env.EVENTLY_ENGINE as EngineName | undefined;
const engines = await listEngines();
const started: RunningEngine[] = [];
let folder: string;

async function start(options: Parameters<typeof startEngine>[0]): Promise<RunningEngine> {
  const engine = await startEngine({ engine: name, ...options });
  started.push(engine);
  return engine;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-db-"));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((engine) => engine.stop()));
  await rm(folder, { recursive: true, force: true });
});

describe("a started engine", () => {
  test("answers while it runs, leaves its port free once stopped, and without a data folder starts empty again", async () => {
    const port = await findFreePort();
    const first = await start({ port });
    expect(first).toMatchObject({ port, endpoint: `http://127.0.0.1:${port}` });
    await createTable(first.endpoint, "gone");

    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    expect(await isPortTaken(port)).toBe(false);
    expect(() => process.kill(first.pid, 0)).toThrow("ESRCH");

    const second = await start({ port });
    expect(second.pid).not.toBe(first.pid);
    expect(await listTables(second.endpoint)).toEqual([]);
  });

  test("keeps its tables over a kill and a restart when it has a data folder", async () => {
    const first = await start({ dbPath: join(folder, "data") });
    await createTable(first.endpoint, "kept");
    first.kill();
    expect(await first.ended).toContain("SIGKILL");
    expect(await answers(first.endpoint)).toBe(false);

    const second = await start({ dbPath: join(folder, "data"), port: first.port });
    expect(second.pid).not.toBe(first.pid);
    expect(await listTables(second.endpoint)).toEqual(["kept"]);
  });
});

describe("an engine that cannot start", () => {
  test("names the port that something else holds", async () => {
    const squatter = createServer((_request, response) => response.end());
    const port = await findFreePort();
    await new Promise<void>((listening) => squatter.listen(port, "127.0.0.1", listening));
    await expect(startEngine({ port })).rejects.toThrow(`Port ${port} is already taken`);
    await new Promise((closed) => squatter.close(closed));
  });

  test.skipIf(!engines.includes("dynoxide"))("repeats what the engine said when it ended at once", async () => {
    // A folder stands where dynoxide wants its file.
    await mkdir(join(folder, "dynoxide.db"));
    await expect(startEngine({ engine: "dynoxide", dbPath: folder })).rejects.toThrow(
      /^The engine dynoxide ended with code 1: .*database/is,
    );
  });
});

async function call(endpoint: string, operation: string, body: object): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return response.json();
}

function createTable(endpoint: string, name: string): Promise<unknown> {
  return call(endpoint, "CreateTable", {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  });
}

async function listTables(endpoint: string): Promise<unknown> {
  return ((await call(endpoint, "ListTables", {})) as { TableNames: unknown }).TableNames;
}

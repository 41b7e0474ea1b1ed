import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EngineName } from "./find-engine.ts";
import { answers, type RunningEngine } from "./start-engine.ts";
import { startPrivateEngine } from "./start-private-engine.ts";

let folder: string;
let engine: RunningEngine;
let key: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-db-"));
  const endpointFile = join(folder, "engine.url");
  await writeFile(endpointFile, "what a start before left", { mode: 0o644 });
  engine = await startPrivateEngine({ engine: process.env.EVENTLY_ENGINE as EngineName | undefined, endpointFile });
  key = new URL(engine.endpoint).username;
});
afterAll(async () => {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The status and body of ListTables, asked with this key and these headers. */
function listTables(accessKeyId: string, headers: Record<string, string> = {}): Promise<[number, string]> {
  const { host, port } = engine;
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  const amazon = { "x-amz-target": "DynamoDB_20120810.ListTables", "x-amz-date": "20260101T000000Z" };
  const type = { "content-type": "application/x-amz-json-1.0" };
  return new Promise((done, reject) => {
    const asked = request({
      agent: false,
      host,
      port,
      method: "POST",
      headers: { ...type, ...amazon, authorization, ...headers },
    });
    asked.on("error", reject).on("response", (response) => {
      let body = "";
      response.on("data", (text) => (body += text)).on("end", () => done([response.statusCode ?? 0, body]));
    });
    asked.end("{}");
  });
}

test("its address and key stand in a file for its user alone", async () => {
  const file = join(folder, "engine.url");
  expect(await readFile(file, "utf8")).toBe(engine.endpoint);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  if (process.platform === "linux") expect(engine.host).not.toBe("127.0.0.1");
});

test("it answers who has the key", async () => {
  expect(await answers(engine.endpoint)).toBe(true);
  expect(await listTables(key)).toEqual([200, expect.stringContaining("TableNames")]);
});

test.each([
  ["without the key", "local", {}],
  ["with half of the key", undefined, {}],
  ["from a page, with the key", null, { origin: "https://evil.example" }],
  ["by another name, with the key", null, { host: "evil.example:8001" }],
])("it answers nothing %s", async (_, given, headers) => {
  const accessKeyId = given === null ? key : (given ?? key.slice(0, 24));
  expect(await listTables(accessKeyId, headers as Record<string, string>)).toEqual([403, ""]);
});

test("it ends a connection that sends no request but much else", async () => {
  const socket = connect({ host: engine.host, port: engine.port });
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk)).on("error", () => undefined);
  const ended = new Promise((done) => socket.once("close", done));
  socket.write("x".repeat(20_000));
  await ended;
  expect(answer).toContain("403");
});

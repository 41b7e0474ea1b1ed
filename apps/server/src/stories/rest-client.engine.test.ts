import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findFreePort } from "@evently/local-db/port";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lasting, type ServerProcess, startServer } from "../testing/process/server-process.ts";

const run = promisify(execFile);
const client = fileURLToPath(new URL("../../client/", import.meta.url));
const generated = join(client, "api.generated.ts");
const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));

let directory: string;
let server: ServerProcess;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-client-"));
  const table = `client-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? "";
  server = await startServer({ port: await findFreePort(), endpoint, table, directory, other: lasting });
  const document = (await (await fetch(`${server.origin}/openapi.json`)).json()) as OpenAPI3;
  await writeFile(generated, astToString(await openapiTS(document)));
});
afterAll(async () => {
  await server?.kill();
  await rm(directory, { recursive: true, force: true });
});

it("a client generated from the document compiles in the strictest way, with the journey of the guide", async () => {
  const { stdout } = await run(process.execPath, [compiler, "-p", client]).catch(
    (failed: { stdout: string }) => failed,
  );
  expect(stdout).toBe("");
});

it("and makes that journey", async () => {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const { stdout } = await run(process.execPath, ["--import", tsx, join(client, "journey.ts"), server.origin]);
  expect(JSON.parse(stdout)).toEqual({
    refund: 13_500,
    booked: 1,
    revenue: 0,
    currency: "USD",
    reasons: ["Doors open earlier"],
    ended: 204,
  });
});

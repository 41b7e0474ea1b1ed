import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findEngine, hasJava17, listEngines } from "./find-engine.ts";

test("finds dynoxide where its binary is installed, bound to this machine alone", async () => {
  const engine = await findEngine();
  const { command, args } = engine.run({ host: "127.1.2.3", port: 8123 }, undefined);
  expect(engine.name).toBe("dynoxide");
  expect(existsSync(command)).toBe(true);
  expect(args).toEqual(["serve", "--host", "127.1.2.3", "--port", "8123"]);
});

test("says that DynamoDB Local needs Java when the PATH has none", async () => {
  const path = process.env.PATH;
  process.env.PATH = "";
  try {
    expect(await hasJava17()).toBe(false);
    expect(await listEngines()).not.toContain("dynamodb-local");
    await expect(findEngine("dynamodb-local")).rejects.toThrow("needs Java 17");
  } finally {
    process.env.PATH = path;
  }
});

test("keeps dynoxide's file in the data folder, which it makes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "local-db-"));
  const data = join(folder, "deep", "data");
  const { args } = (await findEngine("dynoxide")).run({ host: "127.0.0.1", port: 8123 }, data);
  expect(args.slice(-2)).toEqual(["--db-path", join(data, "dynoxide.db")]);
  expect(existsSync(data)).toBe(true);
  await rm(folder, { recursive: true });
});

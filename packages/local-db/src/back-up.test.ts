import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backUp, manifestFile } from "./back-up.ts";
import { findEngine } from "./find-engine.ts";
import { restore } from "./restore.ts";

const { name } = await findEngine();
const tableFile = name === "dynoxide" ? "dynoxide.db" : "shared-local-instance.db";
let folder: string;
let data: string;
let to: string;
let table: InstanceType<typeof Database>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "back-up-"));
  [data, to] = [join(folder, "data"), join(folder, "it's a backup")];
  for (const part of ["engine", "gateway"]) await mkdir(join(data, part), { recursive: true });
  table = new Database(join(data, "engine", tableFile));
  table.exec("PRAGMA journal_mode = WAL; CREATE TABLE items (n INTEGER); INSERT INTO items VALUES (1), (2)");
  await writeFile(join(data, "gateway/payments.jsonl"), '{"line":1}\n');
  await writeFile(join(data, "secrets.env"), "SESSION_SECRET=1\n");
});
afterEach(async () => {
  table.close();
  await rm(folder, { recursive: true, force: true });
});

function countIn(file: string): unknown {
  const opened = new Database(file, { readonly: true });
  const [counted] = opened.prepare("SELECT count(*) FROM items").pluck().all();
  opened.close();
  return counted;
}

describe("a backup", () => {
  it("has all that was committed, of a table that is open and being written", async () => {
    table.exec("INSERT INTO items VALUES (3); BEGIN; INSERT INTO items VALUES (4)");
    const manifest = await backUp(data, to);
    table.exec("COMMIT");
    expect(countIn(join(to, tableFile))).toBe(3);
    expect(manifest).toMatchObject({ engine: name, ledger_bytes: 11 });
    expect((await readdir(to)).sort()).toEqual([manifestFile, tableFile, "gateway", "secrets.env"].sort());
    expect(JSON.parse(await readFile(join(to, manifestFile), "utf8"))).toEqual(manifest);
  });

  it("needs a folder of its own, and something to copy", async () => {
    await backUp(data, to);
    await expect(backUp(data, to)).rejects.toThrow("is not empty");
    await expect(backUp(join(folder, "nowhere"), join(folder, "other"))).rejects.toThrow("There is no table");
  });

  it("is put where there is no table, with ledger and secrets", async () => {
    await backUp(data, to);
    const fresh = join(folder, "fresh");
    expect(await restore(to, fresh)).toMatchObject({ engine: name, keptLedger: false });
    expect(countIn(join(fresh, "engine", tableFile))).toBe(2);
    for (const file of ["gateway/payments.jsonl", "secrets.env"])
      expect(await readFile(join(fresh, file))).toEqual(await readFile(join(data, file)));
    await expect(restore(to, fresh)).rejects.toThrow("There is a table");
  });

  it("leaves a ledger that went on after it, and refuses one that is another's or fell behind", async () => {
    await backUp(data, to);
    const fresh = join(folder, "fresh");
    await mkdir(join(fresh, "gateway"), { recursive: true });
    const ledger = join(fresh, "gateway/payments.jsonl");
    for (const wrong of ['{"line":7}\n', '{"line"']) {
      await writeFile(ledger, wrong);
      await expect(restore(to, fresh)).rejects.toThrow("is not the one of this backup");
    }
    expect(await readdir(fresh)).toEqual(["gateway"]);
    await writeFile(ledger, '{"line":1}\n{"line":2}\n');
    expect(await restore(to, fresh)).toMatchObject({ keptLedger: true });
    expect(await readFile(ledger, "utf8")).toBe('{"line":1}\n{"line":2}\n');
  });

  it("is none before it is finished, or where another engine wrote it", async () => {
    const manifest = await backUp(data, to);
    const other = { ...manifest, engine: name === "dynoxide" ? "dynamodb-local" : "dynoxide" };
    await writeFile(join(to, manifestFile), JSON.stringify(other));
    await expect(restore(to, join(folder, "fresh"))).rejects.toThrow(`is one of ${other.engine}`);
    await rm(join(to, manifestFile));
    await expect(restore(to, join(folder, "fresh"))).rejects.toThrow("is no finished backup");
  });
});

import { copyFile, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EngineName } from "./find-engine.ts";

/** The manifest of a backup; written last, so that an interrupted backup has none. */
export type Manifest = { made_at: string; engine: EngineName; table_bytes: number; ledger_bytes: number };

export const manifestFile = "backup.json";
export const ledgerFile = join("gateway", "payments.jsonl");
export const secretsFile = "secrets.env";
/** The file in which each engine stores everything. */
export const tableFiles: Record<EngineName, string> = {
  dynoxide: "dynoxide.db",
  "dynamodb-local": "shared-local-instance.db",
};

const timeoutMs = 30_000;

/**
 * Copies the table, the gateway's ledger and the secrets of `dataDir` to the directory `to`, which must be empty or
 * missing, while engine and servers run. The table is copied as of one instant and the ledger afterwards: so the ledger
 * has every payment of the table, and perhaps newer ones, which a restore settles. Throws a one-sentence error.
 */
export async function backUp(dataDir: string, to: string): Promise<Manifest> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  if ((await readdir(to)).length > 0) throw new Error(`${to} is not empty: name a folder for this backup alone.`);
  const engine = await findFiles(join(dataDir, "engine"));
  if (!engine) throw new Error(`There is no table in ${join(dataDir, "engine")} to back up.`);
  await copyTable(join(dataDir, "engine", tableFiles[engine]), join(to, tableFiles[engine]));
  await mkdir(join(to, "gateway"));
  await copyIfThere(join(dataDir, ledgerFile), join(to, ledgerFile));
  await copyIfThere(join(dataDir, secretsFile), join(to, secretsFile));
  const manifest = {
    made_at: new Date().toISOString(),
    engine,
    table_bytes: await sizeOf(join(to, tableFiles[engine])),
    ledger_bytes: await sizeOf(join(to, ledgerFile)),
  };
  await writeFile(join(to, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The engine whose file is in this directory; null if there is none. */
export async function findFiles(folder: string): Promise<EngineName | null> {
  const files = await readdir(folder).catch(() => [] as string[]);
  const names = Object.keys(tableFiles) as EngineName[];
  return names.find((name) => files.includes(tableFiles[name])) ?? null;
}

/** Uses SQLite in one read transaction: the engines store their tables in SQLite files and keep writing meanwhile. */
async function copyTable(from: string, to: string): Promise<void> {
  const { default: Database } = await import("libsql");
  const source = new Database(from, { readonly: true, timeout: timeoutMs });
  try {
    source.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
  } finally {
    source.close();
  }
  const copy = new Database(to, { readonly: true });
  try {
    const [found] = copy.prepare("PRAGMA integrity_check").pluck().all();
    if (found !== "ok") throw new Error(`The copy of the table is damaged: ${found}`);
  } finally {
    copy.close();
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

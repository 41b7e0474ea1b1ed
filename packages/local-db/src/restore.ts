import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findFiles, ledgerFile, type Manifest, manifestFile, secretsFile, tableFiles } from "./back-up.ts";
import { findEngine } from "./find-engine.ts";

export type Restored = Manifest & {
  /** Whether the existing ledger in `dataDir` was kept, since it continues the one that was backed up. */
  keptLedger: boolean;
};

/**
 * Restores a backup into a `dataDir` without a table, before anything is started on it. An existing ledger is kept if
 * it continues the one that was backed up; the command `recover` then reconciles it with the table. Throws a one-
 * sentence error without writing anything.
 */
export async function restore(from: string, dataDir: string): Promise<Restored> {
  const manifest = await readManifest(from);
  const { engine } = manifest;
  if (await findFiles(join(dataDir, "engine")))
    throw new Error(`There is a table in ${dataDir} already: set DATA_DIR to an empty folder.`);
  const { name } = await findEngine();
  if (name !== engine) throw new Error(`This backup is one of ${engine}, and here ${name} would run.`);
  const saved = await readIfThere(join(from, ledgerFile));
  const existing = await readIfThere(join(dataDir, ledgerFile));
  if (!existing.subarray(0, saved.length).equals(saved) && existing.length > 0)
    throw new Error(`The ledger in ${dataDir} is not the one of this backup.`);

  await copy(join(from, ledgerFile), join(dataDir, ledgerFile), saved.length > 0 && existing.length === 0);
  await copy(
    join(from, secretsFile),
    join(dataDir, secretsFile),
    (await readIfThere(join(from, secretsFile))).length > 0,
  );
  await copy(join(from, tableFiles[engine]), join(dataDir, "engine", tableFiles[engine]), true);
  return { ...manifest, keptLedger: existing.length > 0 };
}

async function readManifest(from: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(from, manifestFile), "utf8")) as Manifest;
  } catch {
    throw new Error(`${from} is no finished backup: there is no ${manifestFile} in it.`);
  }
}

async function copy(from: string, to: string, wanted: boolean): Promise<void> {
  if (!wanted) return;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

async function readIfThere(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
}

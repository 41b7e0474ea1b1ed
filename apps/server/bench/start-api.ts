import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findFreePort } from "@evently/local-db/port";
import { startEngine } from "@evently/local-db/start-engine";
import { type StartServer, startServer } from "../src/testing/process/server-process.ts";

export type Api = {
  /** Its name in tables: `API`, or the commit of another checkout. */
  name: string;
  origin: string;
  pid: number;
  /** The location of its records. */
  at: { endpoint: string; table: string; directory: string };
  /** Stops the process gracefully and keeps the engine running, so that the records can be audited. */
  end(): Promise<void>;
  /** Stops both and removes their files. */
  close(): Promise<void>;
};

const table = "evently-table";

/** The checkout named by `--against`, which must be built; null without one. Throws a one-sentence error. */
export function readOtherCheckout(args = process.argv): string | null {
  const at = args.indexOf("--against");
  if (at < 0) return null;
  const folder = resolve(args[at + 1] ?? "");
  if (existsSync(mainOf(folder))) return folder;
  throw new Error(`There is no ${mainOf(folder)}: install and build that checkout first.`);
}

/** A built API process with its own engine (dynoxide with files) and directory; of another checkout if one is named. */
export async function startApi(
  checkout: string | null = null,
  other: StartServer["other"] = {},
  name = checkout === null ? "API" : nameCheckout(checkout),
): Promise<Api> {
  const directory = await mkdtemp(join(tmpdir(), "evently-bench-"));
  const engine = await startEngine({ engine: "dynoxide", dbPath: join(directory, "engine") });
  const at = { endpoint: engine.endpoint, table, directory };
  async function close(): Promise<void> {
    await engine.stop();
    await rm(directory, { recursive: true, force: true });
  }
  try {
    const program = checkout === null ? {} : { program: mainOf(checkout) };
    const server = await startServer({ port: await findFreePort(), ...at, built: true, ...program, other });
    const { origin, pid, kill, end } = server;
    return {
      ...{ name, origin, pid, at, end },
      close: () => kill().then(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const mainOf = (folder: string): string => join(folder, "apps/server/dist/main.js");

function nameCheckout(folder: string): string {
  return execFileSync("git", ["-C", folder, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
}

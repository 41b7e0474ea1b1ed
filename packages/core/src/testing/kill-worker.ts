import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Rules } from "../config.ts";
import type { Connect } from "../table/table.ts";
import type { NamedKey } from "../ticket-code/ticket-keys.ts";
import type { Command } from "./command-work.ts";
import { findStores, type TestCore } from "./open-core.ts";
import { programArgs } from "./program-args.ts";
import { testTicketKeys } from "./test-secrets.ts";

/**
 * Where a process is killed: before its n-th write, to the table or at the gateway, is sent, while it is under way, or once
 * it is answered.
 */
export type Kill = { write: number; when: "before" | "during" | "after" };

/** What the process is told. */
export type Order = {
  command: Command;
  kill: Kill;
  table: Connect;
  directory: string;
  rules: Rules;
  secret: string;
  linkKeys: readonly string[];
  ticketKeys: readonly NamedKey[];
  now: number;
  /** Where it lists the mails that were accepted, a line each; without it no mail is written. */
  mails?: string | undefined;
};

const program = fileURLToPath(new URL("./killed-worker.ts", import.meta.url));

/** Does a command's work in a process of its own that is killed on the way; false if its work ended before. */
export async function killWorker(core: TestCore, command: Command, kill: Kill, mails?: string): Promise<boolean> {
  const { rules, secret, linkKeys } = core;
  const keys = { secret, linkKeys, ticketKeys: testTicketKeys };
  const order: Order = { command, kill, ...findStores(core), rules, ...keys, now: core.clock(), mails };
  const child = spawn(process.execPath, ["--no-warnings", ...programArgs(program), JSON.stringify(order)], {
    ...{ cwd: import.meta.dirname, stdio: ["ignore", "inherit", "inherit"] },
  });
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  if (signal !== "SIGKILL" && code !== 0) throw new Error(`the worker failed with ${code ?? signal}`);
  return signal === "SIGKILL";
}

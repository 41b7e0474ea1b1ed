import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readStack } from "./stack";

const command = fileURLToPath(new URL("../../server/dist/cli.js", import.meta.url));
const run = promisify(execFile);

/** The output of the operator's audit of an event, which compares its bookings with the gateway's ledger and fails on any fault. */
export async function audit(event_id: string): Promise<string> {
  const env = { ...process.env, ...readStack().settings };
  return (await run(process.execPath, [command, "audit", event_id], { env })).stdout;
}

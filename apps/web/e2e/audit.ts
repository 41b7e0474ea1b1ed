import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readStack } from "./stack";

const command = fileURLToPath(new URL("../../server/dist/cli.js", import.meta.url));
const run = promisify(execFile);

/** What the operator's audit says of an event: it compares its bookings with the money in the gateway's ledger, and rejects on any fault. */
export async function audit(event_id: string): Promise<string> {
  const env = { ...process.env, ...readStack().settings };
  return (await run(process.execPath, [command, "audit", event_id], { env })).stdout;
}

import { join } from "node:path";
import { type Audit, auditEvent } from "@evently/core/audit/audit-event";
import { readConfig } from "@evently/core/config";
import { type Core, createCore } from "@evently/core/core";
import { EventlyError } from "@evently/core/errors";
import { EventId } from "@evently/core/event";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { connectTable } from "@evently/core/table/table";

const usage = `What to do?
  audit EVENT_ID   recounts an event from its records and the gateway's ledger, and names every fault
`;

/** Runs one command; answers the exit code: 0 all is well, 1 faults were found, 2 it could not be run. */
async function run([command, id, ...rest]: string[]): Promise<number> {
  const event_id = EventId.safeParse(id);
  if (command !== "audit" || rest.length > 0) return say(usage, 2);
  if (!event_id.success) return say(`audit wants an event id such as event-00001, not "${id ?? ""}".\n`, 2);
  const { config } = readConfig(process.env);
  const endpoint = config.DYNAMODB_ENDPOINT;
  const table = connectTable({ endpoint, name: config.DYNAMODB_TABLE_NAME, region: config.AWS_REGION });
  const gateway = createTestGateway({ directory: join(config.DATA_DIR, "gateway") });
  try {
    return await audit(createCore({ table, rules: config, gateway, secret: config.SESSION_SECRET }), event_id.data);
  } finally {
    await gateway.close();
    table.close();
  }
}

async function audit(core: Core, event_id: EventId): Promise<number> {
  const { counted, faults } = await auditEvent(core, event_id);
  return say(`${event_id}\n${describeCounts(counted)}${describeFaults(faults)}\n`, faults.length === 0 ? 0 : 1);
}

function describeCounts(counted: Audit["counted"]): string {
  const names = Object.entries(counted).map(([name, count]) => [name.replaceAll("_", " "), count] as const);
  const width = Math.max(...names.map(([name]) => name.length));
  return names.map(([name, count]) => `  ${name.padEnd(width)}  ${count}\n`).join("");
}

function describeFaults(faults: Audit["faults"]): string {
  if (faults.length === 0) return "No faults.";
  return `${faults.length} faults:\n${faults.map(({ about, what }) => `  ${about} ${what}`).join("\n")}`;
}

function say(text: string, code: number): number {
  (code === 2 ? process.stderr : process.stdout).write(text);
  return code;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = error instanceof EventlyError || (error instanceof Error && error.message.startsWith("These settings"));
  process.exitCode = say(`${known ? (error as Error).message : ((error as Error).stack ?? error)}\n`, 2);
}

import { join } from "node:path";
import { auditEvent } from "@evently/core/audit/audit-event";
import { verifyCounts } from "@evently/core/audit/verify-counts";
import { verifyEveryEvent } from "@evently/core/audit/verify-every-event";
import { readConfig } from "@evently/core/config";
import type { Core } from "@evently/core/core";
import { createCore } from "@evently/core/create-core";
import { EventlyError } from "@evently/core/errors";
import { EventId } from "@evently/core/ids";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { migrateLayouts } from "@evently/core/recovery/migrate-layouts";
import { raiseSequences } from "@evently/core/recovery/raise-sequences";
import { settleLedger } from "@evently/core/recovery/settle-ledger";
import { connectTable } from "@evently/core/table/table";
import { describeAudit, describeVerified } from "./process/describe-counts.ts";

const usage = `What to do?
  audit EVENT_ID     recounts an event from its records and the gateway's ledger, and names every fault
  verify [EVENT_ID]  compares what was counted of an event, or of each, with its bookings
  migrate            after an update: brings records of the version before up to date; can be repeated
  recover            after a restore, before a server starts: no id is given twice, and money agrees with the bookings
  backup FOLDER      copies table, ledger and secrets while they are in use (of npm start's own table)
  restore FOLDER     puts such a copy into an empty DATA_DIR, and recovers
`;

/** Runs one command; returns its exit code: 0 no faults, 1 faults found, 2 could not run. */
async function run([command, id, ...rest]: string[]): Promise<number> {
  if (!["audit", "verify", "migrate", "recover"].includes(command ?? "") || rest.length > 0) return say(usage, 2);
  const ofTable = command === "migrate" || command === "recover";
  const everything = (command === "verify" || ofTable) && id === undefined;
  const event_id = EventId.safeParse(id);
  if (ofTable && !everything) return say(usage, 2);
  if (!everything && !event_id.success)
    return say(`${command} wants an event id such as event-00001, not "${id ?? ""}".\n`, 2);
  const { config } = readConfig(process.env);
  const { DYNAMODB_ENDPOINT: endpoint, DYNAMODB_TRANSPORT: transport } = config;
  const table = connectTable({ endpoint, name: config.DYNAMODB_TABLE_NAME, region: config.AWS_REGION, transport });
  const gateway = createTestGateway({ directory: join(config.DATA_DIR, "gateway") });
  const core = createCore({ table, rules: config, gateway, secret: config.SESSION_SECRET });
  try {
    if (command === "migrate") return await migrate(core);
    if (command === "recover") return await recover(core);
    if (!event_id.success) return await verifyAll(core);
    return command === "audit" ? await audit(core, event_id.data) : await verify(core, event_id.data);
  } finally {
    await gateway.close();
    table.close();
  }
}

async function audit(core: Core, event_id: EventId): Promise<number> {
  const found = await auditEvent(core, event_id);
  await core.counterShards.rollUp();
  return say(describeAudit(found), found.faults.length === 0 ? 0 : 1);
}

async function verify(core: Core, event_id: EventId): Promise<number> {
  const found = await verifyCounts(core, event_id);
  await core.counterShards.rollUp();
  return say(describeVerified(found), found.faults.length === 0 ? 0 : 1);
}

async function verifyAll(core: Core): Promise<number> {
  let [events, drifted] = [0, 0];
  for await (const found of verifyEveryEvent(core)) {
    events++;
    if (found.faults.length === 0) continue;
    drifted++;
    say(describeVerified(found), 1);
  }
  await core.counterShards.rollUp();
  return say(`${events} events, ${drifted} with faults.\n`, drifted === 0 ? 0 : 1);
}

async function migrate(core: Core): Promise<number> {
  const { events } = await migrateLayouts(core);
  return say(`${events.length} events print the section of each seat now. ${events.join(" ")}\n`, 0);
}

async function recover(core: Core): Promise<number> {
  const raised = await raiseSequences(core);
  const { payments, returned, cancelled } = await settleLedger(core);
  await core.counterShards.rollUp();
  const counters = Object.entries(raised).map(([kind, number]) => `  ${kind} ids go on after ${number}\n`);
  return say(
    `${counters.join("")}  ${payments} payments at the gateway: ${returned} unknown here and given back\n` +
      `  ${cancelled} bookings cancelled, since their money had gone back after the backup\n`,
    0,
  );
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

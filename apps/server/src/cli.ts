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
import { type DeadWork, listDeadWork, retryDeadWork } from "@evently/core/scheduled-work/dead-work";
import { connectTable } from "@evently/core/table/table";
import { describeAudit, describeVerified } from "./process/describe-counts.ts";
import { describeDeadWork } from "./process/describe-dead-work.ts";

const usage = `What to do?
  audit EVENT_ID     recounts an event from its records and the gateway's ledger, and names every fault
  verify [EVENT_ID]  compares what was counted of an event, or of each, with its bookings
  migrate            after an update: brings records of the version before up to date; can be repeated
  recover            after a restore, before a server starts: no id is given twice, and money agrees with the bookings
  dead               lists scheduled work that failed too often: kind, key, attempts, class of the last error, since when
  retry [KEY]        makes dead work due again, all of it or that of one key such as payment-00042
  backup FOLDER      copies table, ledger and secrets while they are in use (of npm start's own table)
  restore FOLDER     puts such a copy into an empty DATA_DIR, and recovers
`;

type Command = (core: Core, argument: string | undefined) => Promise<number>;

/** What each command takes as its one argument, and what it does. */
const commands: Record<string, { argument: "none" | "optional" | "event" | "optional event"; run: Command }> = {
  audit: { argument: "event", run: (core, id) => audit(core, id as EventId) },
  verify: { argument: "optional event", run: (core, id) => (id ? verify(core, id as EventId) : verifyAll(core)) },
  migrate: { argument: "none", run: migrate },
  recover: { argument: "none", run: recover },
  dead: { argument: "none", run: listDead },
  retry: { argument: "optional", run: retryDead },
};

/** Runs one command; returns its exit code: 0 no faults, 1 faults found, 2 could not run. */
async function run([name = "", argument, ...rest]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || rest.length > 0) return say(usage, 2);
  if (command.argument === "none" && argument !== undefined) return say(usage, 2);
  const wantsEvent = command.argument === "event" || (command.argument === "optional event" && argument !== undefined);
  if (wantsEvent && !EventId.safeParse(argument).success)
    return say(`${name} wants an event id such as event-00001, not "${argument ?? ""}".\n`, 2);
  const { config } = readConfig(process.env);
  const { DYNAMODB_ENDPOINT: endpoint, DYNAMODB_TRANSPORT: transport } = config;
  const table = connectTable({ endpoint, name: config.DYNAMODB_TABLE_NAME, region: config.AWS_REGION, transport });
  const gateway = createTestGateway({ directory: join(config.DATA_DIR, "gateway") });
  const core = createCore({ table, rules: config, gateway, secret: config.SESSION_SECRET });
  try {
    return await command.run(core, argument);
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

async function listDead(core: Core): Promise<number> {
  const works: DeadWork[] = [];
  for await (const work of listDeadWork(core)) works.push(work);
  return say(describeDeadWork(works), works.length === 0 ? 0 : 1);
}

async function retryDead(core: Core, pk: string | undefined): Promise<number> {
  const revived = await retryDeadWork(core, pk);
  if (pk !== undefined && revived.length === 0) return say(`No dead work has the key ${pk}.\n`, 1);
  return say(revived.map(({ key }) => `${key.pk} is due again.\n`).join("") || "No work is dead.\n", 0);
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

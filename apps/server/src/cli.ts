import { join } from "node:path";
import { auditEvent } from "@evently/core/audit/audit-event";
import { verifyCounts } from "@evently/core/audit/verify-counts";
import { verifyEveryEvent } from "@evently/core/audit/verify-every-event";
import { Config, readConfig, readSettings } from "@evently/core/config";
import type { Core } from "@evently/core/core";
import { createCore } from "@evently/core/create-core";
import type { Mailer } from "@evently/core/delivery/mailer";
import { EventlyError } from "@evently/core/errors";
import type { EventId, OrganizationId, OwnerId, UserId } from "@evently/core/ids";
import { MailFailure } from "@evently/core/mail/mail-failure";
import { grantRole } from "@evently/core/operator/grant-role";
import { hideEvent } from "@evently/core/operator/hide-event";
import { listWaiting } from "@evently/core/operator/list-waiting";
import { makeSignInLink } from "@evently/core/operator/make-sign-in-link";
import { setAccountQuota } from "@evently/core/operator/set-account-quota";
import { resumeAccount, suspendAccount } from "@evently/core/operator/suspend-account";
import {
  approveOrganization,
  resumeOrganization,
  type SuspendedOrganization,
  suspendOrganization,
} from "@evently/core/operator/suspend-organization";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { migrateContacts } from "@evently/core/recovery/migrate-contacts";
import { migrateLayouts } from "@evently/core/recovery/migrate-layouts";
import { migrateOrganizations } from "@evently/core/recovery/migrate-organizations";
import { migrateReminders } from "@evently/core/recovery/migrate-reminders";
import { raiseSequences } from "@evently/core/recovery/raise-sequences";
import { settleLedger } from "@evently/core/recovery/settle-ledger";
import { type DeadWork, listDeadWork, retryDeadWork } from "@evently/core/scheduled-work/dead-work";
import { connectTable } from "@evently/core/table/table";
import type { Role } from "@evently/core/user";
import { mostUpcoming, type QuotaKind } from "@evently/core/user/quotas";
import { ServerConfig } from "./process/config.ts";
import { describeAudit, describeVerified } from "./process/describe-counts.ts";
import { describeDeadWork } from "./process/describe-dead-work.ts";
import { describeGranted } from "./process/describe-granted.ts";
import { describeRecovered } from "./process/describe-recovered.ts";
import { describeSignInLink } from "./process/describe-sign-in-link.ts";
import {
  describeApproved,
  describeHidden,
  describeSuspended,
  describeWaiting,
  nameOrganization,
} from "./process/describe-withdrawal.ts";
import { findWrongWord, isOrganizationId } from "./process/read-words.ts";
import { findSiteOrigin } from "./process/site-origin.ts";

const usage = `What to do?
  audit EVENT_ID     recounts an event from its records and the gateway's ledger, and names every fault
  verify [EVENT_ID]  compares what was counted of an event, or of each, with its bookings
  migrate            after an update: brings records of the version before up to date; can be repeated
  recover            after a restore, before a server starts: no id is given twice, and money agrees with the bookings
  dead               lists scheduled work that failed too often: kind, key, attempts, class of the last error, since when
  retry [KEY]        makes dead work due again, all of it or that of one key such as payment-00042
  backup FOLDER      copies table, ledger and secrets while they are in use (of npm start's own table)
  restore FOLDER     puts such a copy into an empty DATA_DIR, and recovers

Accounts and events, each with a line in the journal that its organizer reads:
  suspend ID [REASON]               of a user or an organization: off sale and unlisted, while what was sold lives on
  resume ID [REASON]                undoes that
  waiting                           lists organizations to approve, new or called otherwise than was approved
  approve ORGANIZATION_ID [REASON]  lets an organization publish, where ORGANIZERS asks for that
  hide EVENT_ID [REASON]            takes one event off sale and out of sight
  show EVENT_ID [REASON]            undoes that
  quota ID KIND NUMBER              lets an organization, or that of a user, have so many upcoming events, venues, or seats in all its venues
  grant ROLE USER_ID                makes an account an attendee, an organizer or an admin; its organizations go on selling
  sign-in-link USER_ID              prints a link that signs in to the account, once, within ten minutes
`;

const { PUBLIC_ORIGIN, HOST, WEB_PORT } = ServerConfig.shape;
const CommandConfig = Config.extend({ PUBLIC_ORIGIN, HOST, WEB_PORT });

type Command = { takes: string; run(core: Core, ...words: string[]): Promise<number> };

/** What each command takes, as the usage spells it, and what it does. */
const commands: Record<string, Command> = {
  audit: { takes: "EVENT_ID", run: (core, id) => audit(core, id as EventId) },
  verify: { takes: "[EVENT_ID]", run: (core, id) => (id ? verify(core, id as EventId) : verifyAll(core)) },
  migrate: { takes: "", run: migrate },
  recover: { takes: "", run: recover },
  dead: { takes: "", run: listDead },
  retry: { takes: "[KEY]", run: retryDead },
  suspend: { takes: "ID [REASON]", run: (core, id = "", reason) => suspend(core, id, reason) },
  resume: { takes: "ID [REASON]", run: (core, id = "", reason) => resume(core, id, reason) },
  waiting: { takes: "", run: async (core) => say(describeWaiting(await listWaiting(core)), 0) },
  approve: {
    takes: "ORGANIZATION_ID [REASON]",
    run: (core, id, reason) => approve(core, id as OrganizationId, reason),
  },
  hide: { takes: "EVENT_ID [REASON]", run: (core, id, reason) => hide(core, id as EventId, true, reason) },
  show: { takes: "EVENT_ID [REASON]", run: (core, id, reason) => hide(core, id as EventId, false, reason) },
  quota: {
    takes: "ID KIND NUMBER",
    run: (core, id, kind, limit) => quota(core, id as OwnerId, kind as QuotaKind, Number(limit)),
  },
  "sign-in-link": { takes: "USER_ID", run: (core, id) => printSignInLink(core, id as UserId) },
  grant: { takes: "ROLE USER_ID", run: (core, role, id) => grant(core, role as Exclude<Role, "guest">, id as UserId) },
};

/** What a command causes is written where mails are sent at all, and a server sends it. */
const sentByServers: Mailer = { send: () => Promise.reject(new MailFailure(null)) };

/** Runs one command; returns its exit code: 0 done, no faults; 1 faults found, or nothing such; 2 could not run. */
async function run([name = "", ...words]: string[]): Promise<number> {
  if (name === "--help" || name === "help") return say(usage, 0);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const wrong = command ? findWrongWord(name, command.takes, words) : "too many";
  if (!command || wrong === "too many") return say(usage, 2);
  if (wrong) return say(wrong, 2);
  const { config } = readConfig(process.env);
  const { DYNAMODB_ENDPOINT: endpoint, DYNAMODB_TRANSPORT: transport } = config;
  const table = connectTable({ endpoint, name: config.DYNAMODB_TABLE_NAME, region: config.AWS_REGION, transport });
  const gateway = createTestGateway({ directory: join(config.DATA_DIR, "gateway") });
  const mailer = process.env.SMTP_URL ? sentByServers : null;
  const secrets = { secret: config.SESSION_SECRET, linkKeys: config.LINK_KEYS, ticketKeys: config.TICKET_KEYS };
  const core = createCore({ table, rules: config, gateway, mailer, ...secrets });
  try {
    return await command.run(core, ...words);
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
  const contacts = await migrateContacts(core);
  const { organizations, venues, events: given, left } = await migrateOrganizations(core);
  const reminded = await migrateReminders(core);
  return say(
    `${events.length} events print the section of each seat now. ${events.join(" ")}\n` +
      `${contacts} guests can be found by their address now.\n` +
      `${reminded.length} events will remind their buyers now. ${reminded.join(" ")}\n` +
      `${organizations} organizations have ${venues} venues and ${given} events now.\n` +
      (left.length > 0 ? `Being changed at this moment, so migrate once more: ${left.join(" ")}\n` : ""),
    left.length > 0 ? 1 : 0,
  );
}

async function recover(core: Core): Promise<number> {
  const raised = await raiseSequences(core);
  const settled = await settleLedger(core);
  await core.counterShards.rollUp();
  return say(describeRecovered(raised, settled), 0);
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

async function suspend(core: Core, id: string, reason: string | undefined): Promise<number> {
  const done = isOrganizationId(id)
    ? nameSuspended(await suspendOrganization(core, { organization_id: id, reason }))
    : { who: id, ...(await suspendAccount(core, { user_id: id as UserId, reason })) };
  return say(describeSuspended("suspended", done), 0);
}

async function resume(core: Core, id: string, reason: string | undefined): Promise<number> {
  const done = isOrganizationId(id)
    ? nameSuspended(await resumeOrganization(core, { organization_id: id, reason }))
    : { who: id, ...(await resumeAccount(core, { user_id: id as UserId, reason })) };
  return say(describeSuspended("resumed", done), 0);
}

const nameSuspended = ({ organization, ...done }: SuspendedOrganization) => ({
  who: nameOrganization(organization),
  ...done,
});

async function approve(core: Core, organization_id: OrganizationId, reason: string | undefined): Promise<number> {
  const { organization, isNew } = await approveOrganization(core, { organization_id, reason });
  return say(describeApproved(organization, isNew), 0);
}

async function hide(core: Core, event_id: EventId, isHidden: boolean, reason: string | undefined): Promise<number> {
  return say(describeHidden(isHidden, await hideEvent(core, { event_id, isHidden, reason })), 0);
}

async function quota(core: Core, owner: OwnerId, kind: QuotaKind, limit: number): Promise<number> {
  if (kind === "events" && limit > mostUpcoming)
    return say(`An account has at most ${mostUpcoming} upcoming events.\n`, 2);
  const { before, usage } = await setAccountQuota(core, { owner, kind, limit });
  const has = kind === "events" ? usage.events.length : usage[kind];
  return say(`${owner} has ${has} of at most ${limit} ${kind}; the limit was ${before[kind]}.\n`, 0);
}

async function grant(core: Core, role: Exclude<Role, "guest">, user_id: UserId): Promise<number> {
  return say(describeGranted(user_id, await grantRole(core, { user_id, role })), 0);
}

async function printSignInLink(core: Core, user_id: UserId): Promise<number> {
  const { token } = await makeSignInLink(core, { user_id });
  const { config } = readSettings(CommandConfig, process.env);
  return say(describeSignInLink(user_id, token, findSiteOrigin(config)), 0);
}

function say(text: string, code: number): number {
  (code === 2 ? process.stderr : process.stdout).write(text);
  return code;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = error instanceof EventlyError || (error instanceof Error && error.message.startsWith("These settings"));
  const isMissing = error instanceof EventlyError && error.status === 404;
  process.exitCode = say(
    `${known ? (error as Error).message : ((error as Error).stack ?? error)}\n`,
    isMissing ? 1 : 2,
  );
}

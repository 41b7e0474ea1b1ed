import { Config, readSettings } from "@evently/core/config";
import type { Core } from "@evently/core/core";
import { createCore } from "@evently/core/create-core";
import type { Mailer } from "@evently/core/delivery/mailer";
import { EventlyError } from "@evently/core/errors";
import type { EventId, OrganizationId, OwnerId, UserId } from "@evently/core/ids";
import { MailFailure } from "@evently/core/mail/mail-failure";
import { listWaiting } from "@evently/core/operator/list-waiting";
import { connectTable } from "@evently/core/table/table";
import type { Role } from "@evently/core/user";
import type { QuotaKind } from "@evently/core/user/quotas";
import { grant, printSignInLink, quota } from "./commands/accounts.ts";
import { audit, verify, verifyAll } from "./commands/check-counts.ts";
import { listDead, retryDead } from "./commands/dead-work.ts";
import { describeWaiting } from "./commands/describe-withdrawal.ts";
import { findWrongWord } from "./commands/read-words.ts";
import { migrate, recover } from "./commands/recovery.ts";
import { say } from "./commands/say.ts";
import { approve, hide, resume, suspend } from "./commands/withdraw.ts";
import { ServerConfig } from "./process/config.ts";
import { openGateway } from "./process/open-gateway.ts";
import { paymentSettings } from "./process/payment-settings.ts";
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
/** Payments are asked for where they were taken. */
const MoneyConfig = Config.extend(paymentSettings);

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
  "sign-in-link": { takes: "USER_ID", run: (core, id) => printSignInLink(core, id as UserId, readOrigin()) },
  grant: { takes: "ROLE USER_ID", run: (core, role, id) => grant(core, role as Exclude<Role, "guest">, id as UserId) },
};

const readOrigin = () => findSiteOrigin(readSettings(CommandConfig, process.env).config);

/** What a command causes is written where mails are sent at all, and a server sends it. */
const sentByServers: Mailer = { send: () => Promise.reject(new MailFailure(null)) };

/** Runs one command; returns its exit code: 0 done, no faults; 1 faults found, or nothing such; 2 could not run. */
async function run([name = "", ...words]: string[]): Promise<number> {
  if (name === "--help" || name === "help") return say(usage, 0);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const wrong = command ? findWrongWord(name, command.takes, words) : "too many";
  if (!command || wrong === "too many") return say(usage, 2);
  if (wrong) return say(wrong, 2);
  const { config } = readSettings(MoneyConfig, process.env);
  const { DYNAMODB_ENDPOINT: endpoint, DYNAMODB_TRANSPORT: transport } = config;
  const table = connectTable({ endpoint, name: config.DYNAMODB_TABLE_NAME, region: config.AWS_REGION, transport });
  const { gateway, sellerAccounts, close } = openGateway(config);
  const mailer = process.env.SMTP_URL ? sentByServers : null;
  const secrets = { secret: config.SESSION_SECRET, linkKeys: config.LINK_KEYS, ticketKeys: config.TICKET_KEYS };
  const core = createCore({ table, rules: config, gateway, sellerAccounts, mailer, ...secrets });
  try {
    return await command.run(core, ...words);
  } finally {
    await close();
    table.close();
  }
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

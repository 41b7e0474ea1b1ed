import { readFileSync } from "node:fs";
import { readTrust } from "@evently/api/client-address";
import type { Core } from "@evently/core/core";
import { followAccount } from "@evently/core/payment/followed-account.table";
import { updateItem } from "@evently/core/table/update-item";
import { seedDemo } from "@evently/demo/seed-demo";
import type { Logger } from "pino";
import { createApp } from "./http/app.ts";
import type { Post } from "./mail/open-mailer.ts";
import { createLogger } from "./observability/logger.ts";
import { openTelemetry } from "./observability/telemetry.ts";
import { openParts } from "./open-parts.ts";
import { describeFreePayments, readServerConfig, type ServerConfig } from "./process/config.ts";
import { createDrain } from "./process/drain.ts";
import { endOnSignal } from "./process/end-on-signal.ts";
import { listen } from "./process/listen.ts";
import { finishBackgroundWork, startLoops } from "./process/loops.ts";
import { findSiteOrigin } from "./process/site-origin.ts";

const seededAtStart = 12;
/** Requests still in flight by then are cut off, to leave time for captures and counters. */
const drainWithinMs = 7_000;

async function main(): Promise<void> {
  // The ledger is for the user of the servers alone.
  process.umask(0o077);
  const { config, notices } = readServerConfig(process.env);
  const logger = createLogger(config);
  // Before it listens no request is in flight, and work in progress is resumed at the next start.
  let finish = async (): Promise<void> => undefined;
  endOnSignal(logger, () => finish());
  for (const notice of notices) logger.warn(notice);

  const version = readVersion();
  const reportError: Core["reportError"] = (message, details) => logger.error(details, message);
  const telemetry = await openTelemetry(config, version, reportError);
  const { core, post, printer, readWebhook, ...opened } = await openParts(config, telemetry, reportError);
  if (core.paymentEvents) await updateItem(core.table, followAccount(null, core.clock()));
  if (config.SEED_DEMO) await seedDemo(core, { until: seededAtStart });
  await loadCatalog(core, logger);

  const drain = createDrain();
  const siteOrigin = findSiteOrigin(config);
  const parts = { core, config, mailbox: post.mailbox, printer, logger, drain, version, siteOrigin };
  const app = createApp({ ...parts, readWebhook, instrumentation: telemetry.instrumentation });
  await telemetry.begin(core);
  const server = await listen(app.fetch, config, { trust: readTrust(config.TRUST_PROXY) });
  sayWhatRuns(config, logger, post);

  const loops = startLoops(core);
  const stop = new AbortController();
  const seeding = config.SEED_DEMO ? seedRest(core, logger, stop.signal) : Promise.resolve();

  finish = async () => {
    stop.abort();
    await Promise.all([drain.begin(drainWithinMs).then(server.close), loops.stop(), seeding]);
    await finishBackgroundWork(core).catch((error) =>
      reportError("another process flushes the last counts", { error }),
    );
    await telemetry.end();
    await opened.close();
  };
}

function sayWhatRuns(config: ServerConfig, logger: Logger, { mailer, mailbox }: Post): void {
  const free = describeFreePayments(config);
  if (free === null) logger.info("payments go to Stripe");
  else if (config.TEST_PAYMENTS) logger.warn(`payments go to ${free}: no money moves, and tickets are given away`);
  else logger.info(`payments go to ${free}: no money moves`);
  if (mailbox) logger.info("no SMTP_URL is set: mails stay in the mailbox of this machine");
  else if (!mailer) logger.warn("no SMTP_URL is set: nobody gets a mail");
  const trusted = ["loopback", ...config.TRUST_PROXY];
  logger.info({ host: config.HOST, port: config.PORT, table: config.DYNAMODB_TABLE_NAME, trusted }, "listening");
}

/** What of the demo was not there at the start, while it is shown already. */
async function seedRest(core: Core, logger: Logger, signal: AbortSignal): Promise<void> {
  try {
    const events = await seedDemo(core, { signal });
    if (events) logger.info({ events }, "the demo is complete");
  } catch (error) {
    core.reportError("the demo is seeded at the next start", { error });
  }
}

function readVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  return String((JSON.parse(readFileSync(file, "utf8")) as { version: unknown }).version);
}

async function loadCatalog({ catalog }: Core, logger: Logger): Promise<void> {
  await catalog.load();
  const { left_out, ...fill } = catalog.fill();
  if (left_out > 0)
    logger.warn({ left_out, ...fill }, "the catalog is full: what is left out is found by venue and id");
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

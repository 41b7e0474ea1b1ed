import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCore } from "@evently/core/create-core";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { seedDemo } from "@evently/demo/seed-demo";
import { createApp } from "./http/app.ts";
import { createLogger } from "./observability/logger.ts";
import { openTelemetry } from "./observability/telemetry.ts";
import { watchTable } from "./observability/watch-table.ts";
import { readServerConfig } from "./process/config.ts";
import { createDrain } from "./process/drain.ts";
import { endOnSignal } from "./process/end-on-signal.ts";
import { listen } from "./process/listen.ts";
import { bringCountsHome, startLoops } from "./process/loops.ts";
import { openTable } from "./process/open-table.ts";

const soldAtStart = 12;
/** What is under way then is cut off, so that there is time to bring the counts home. */
const drainWithinMs = 7_000;

async function main(): Promise<void> {
  const { config, notices } = readServerConfig(process.env);
  const logger = createLogger(config);
  // Until it listens nothing is under way, and what was begun is taken up at the next start.
  let finish = async (): Promise<void> => undefined;
  endOnSignal(logger, () => finish());
  for (const notice of notices) logger.warn(notice);

  const version = readVersion();
  const reportError = (what: string, details: Record<string, unknown>) => logger.error(details, what);
  const telemetry = await openTelemetry(config, version, reportError);
  const gateway = createTestGateway({ directory: join(config.DATA_DIR, "gateway") });
  await gateway.open().catch((error) => {
    throw new Error(`DATA_DIR ${config.DATA_DIR} can't be used: ${error.message}`);
  });
  const table = watchTable(await openTable(config, telemetry.eventSink), telemetry.watcher);
  const core = createCore({ table, rules: config, gateway, secret: config.SESSION_SECRET, reportError });

  if (config.SEED_DEMO) await seedDemo(core, { until: soldAtStart });
  await core.catalog.load();

  const drain = createDrain();
  const app = createApp({ core, config, logger, drain, version, watcher: telemetry.watcher });
  await telemetry.begin(core);
  const server = await listen(app.fetch, config);
  logger.info({ host: config.HOST, port: config.PORT, table: table.name }, "listening");

  const loops = startLoops(core);
  const stop = new AbortController();
  const seeding = config.SEED_DEMO
    ? seedDemo(core, { signal: stop.signal }).catch((error) =>
        reportError("the demo is seeded at the next start", { error }),
      )
    : Promise.resolve();

  finish = async () => {
    stop.abort();
    await Promise.all([drain.begin(drainWithinMs).then(server.close), loops.stop(), seeding]);
    await bringCountsHome(core).catch((error) => reportError("another process brings the last counts home", { error }));
    await telemetry.end();
    await gateway.close();
    table.close();
  };
}

function readVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  return String((JSON.parse(readFileSync(file, "utf8")) as { version: unknown }).version);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

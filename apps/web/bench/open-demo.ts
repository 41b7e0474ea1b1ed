import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@evently/core/config";
import { createCore } from "@evently/core/create-core";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { provision } from "@evently/core/table/provision";
import { connectTable } from "@evently/core/table/table";
import { listDates, readCatalog } from "../../../packages/demo/dist/catalog.js";
import { seedDemo } from "../../../packages/demo/dist/seed-demo.js";
import { startEngine } from "../../../packages/local-db/dist/start-engine.js";
import { startApi, startSite } from "../e2e/start-stack";

export type Demo = { site: string; api: string; sitePid: number; stop(): Promise<void> };

/**
 * The production build of API and site on an engine in memory, with the first concert of the demo in each of these halls, and
 * so many more in the first of them. Nobody is limited unless `limits` says so.
 */
export async function openDemo(
  halls: string[],
  more = 0,
  limits: Record<string, string> = { RATE_LIMIT_PER_SECOND: "0" },
): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), "evently-bench-"));
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const program of running.reverse()) await program.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const engine = await startEngine();
    running.push(engine);
    const settings = {
      DYNAMODB_ENDPOINT: engine.endpoint,
      DATA_DIR: folder,
      SESSION_SECRET: randomBytes(24).toString("hex"),
      LINK_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
      TICKET_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
      SEED_DEMO: "false",
      ...limits,
    };
    await seed(settings, halls, more);
    const api = await startApi(settings);
    running.push(api);
    const site = await startSite(api.url);
    running.push(site);
    return { site: site.url, api: api.url, sitePid: site.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Seeding the whole catalog takes minutes, so only these events are seeded. */
async function seed(settings: Record<string, string>, halls: string[], more: number): Promise<void> {
  const { config } = readConfig(settings);
  const table = connectTable({
    endpoint: config.DYNAMODB_ENDPOINT,
    name: config.DYNAMODB_TABLE_NAME,
    region: config.AWS_REGION,
  });
  await provision(table.client, table.name);
  const gateway = createTestGateway({ directory: join(config.DATA_DIR, "seed-gateway") });
  const { SESSION_SECRET: secret, LINK_KEYS: linkKeys, TICKET_KEYS: ticketKeys } = config;
  const core = createCore({ table, rules: config, gateway, secret, linkKeys, ticketKeys });
  const concerts = listDates(readCatalog().productions);
  const others = concerts.filter(({ venue }) => venue === halls[0]).slice(1, more + 1);
  await seedDemo(core, {
    events: [...halls.flatMap((hall) => concerts.find(({ venue }) => venue === hall) ?? []), ...others],
  });
  await gateway.close();
  table.close();
}

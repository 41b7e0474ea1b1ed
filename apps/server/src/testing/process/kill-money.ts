import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBooking } from "@evently/core/booking/get-booking";
import { id } from "@evently/core/testing/id";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import { createStripeGateway } from "@evently/stripe/create-stripe-gateway";
import { type Double, openDouble } from "@evently/stripe/testing/open-double";
import { expect } from "vitest";
import { openOwnSale } from "../http/api-client.ts";
import { buyOnce, type MoneyLog, openMoneyLog } from "./money-story.ts";
import { openAuditCore } from "./open-audit-core.ts";
import { settings } from "./server-process.ts";
import { startKillable, killableTable as table } from "./start-killable.ts";

const [rows, perRow] = [20, 25];
const seats = Array.from(
  { length: rows * perRow },
  (_, i) => `${String.fromCharCode(65 + Math.floor(i / perRow))}-${(i % perRow) + 1}`,
);
/** Buyers who are at it at the same time; more than were asked for while something is still to be killed. */
const atOnce = 20;

type Story = { buyers: number; kills: number; seed: number };

/**
 * Buyers pay by Stripe's double at two API processes, while engine, double and API processes are killed with SIGKILL one after the other,
 * and started again. Afterwards everybody has what they were told, and the double has exactly the money of the bookings.
 */
export async function surviveKillsOfMoney({ buyers, kills, seed }: Story) {
  const directory = await mkdtemp(join(tmpdir(), "evently-money-"));
  const random = seededRandom(seed);
  const double = await openDouble();
  const stack = await startKillable(directory, random, stripeSettings(double));
  try {
    const { event_id, token } = await openOwnSale(stack.servers[0]?.origin ?? "", rows, perRow);
    const origins = stack.servers.map(({ origin }) => origin);
    const sale = { origins, event_id, organizer: token, double, seats };
    const log = openMoneyLog();
    let over = false;
    let buyer = 0;
    const lines = Array.from({ length: atOnce }, async () => {
      while (buyer < buyers || !over) await buyOnce(sale, log, seed * 10_000 + buyer++);
    });
    const buying = Promise.all(lines);
    const killed: Record<string, number> = {};
    const targets = { api: stack.killServer, double: () => double.restart(), engine: stack.killEngine };
    for (let kill = 0; kill < kills; kill++) {
      const asked = log.requests + drawBelow(random, 40);
      while (log.requests < asked) await new Promise((resume) => setTimeout(resume, 20));
      const target = (["api", "double", "engine"] as const)[kill % 3] ?? "api";
      await targets[target]();
      killed[target] = (killed[target] ?? 0) + 1;
    }
    over = true;
    await buying;
    await Promise.all(stack.servers.map((server) => server.end()));
    const audit = await checkMoney({ endpoint: stack.endpoint, directory, double, event_id }, log);
    return { buyers: buyer, killed, log, audit };
  } finally {
    await stack.stop();
    await double.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Of servers and commands that are paid by a double. */
export const stripeSettings = ({ secretKey, publishableKey, origin }: Double) => ({
  ...{ STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_API_BASE: origin },
  ...{ STRIPE_ACCOUNTS: "house", TEST_PAYMENTS: "true" },
});

type At = { endpoint: string; directory: string; double: Double; event_id: Parameters<typeof expectCleanAudit>[1] };

async function checkMoney({ endpoint, directory, double, event_id }: At, log: MoneyLog) {
  const { secretKey, publishableKey, origin: apiBase } = double;
  const timeoutSeconds = Number(settings.GATEWAY_TIMEOUT);
  const gateway = createStripeGateway({ secretKey, publishableKey, apiBase, timeoutSeconds, applicationFeePercent: 0 });
  const core = openAuditCore({ endpoint, table, directory, gateway });
  await letTimePass(core, 300, 20);
  const { counted } = await expectCleanAudit(core, event_id);
  const records = await gateway.listByEvent(event_id, [null]);
  const open = records.filter(({ state }) => !["captured", "declined", "voided"].includes(state));
  expect(open).toEqual([]);
  const kept = records.map(({ state, amount, refunded }) => (state === "captured" ? amount - refunded : 0));
  expect(kept.reduce((sum, amount) => sum + amount, 0)).toBe(counted.revenue);
  for (const [state, bookings] of Object.entries({ confirmed: log.confirmed, cancelled: log.cancelled }))
    for (const booking_id of bookings)
      expect(await findBooking(core, id.booking(booking_id))).toMatchObject({ booking_id, state });
  expect(log.strange).toEqual([]);
  await core.close();
  return counted;
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Audit, auditEvent } from "@evently/core/audit/audit-event";
import { verifyCounts } from "@evently/core/audit/verify-counts";
import { findBooking } from "@evently/core/booking/get-booking";
import type { Counted } from "@evently/core/counts/read-counts";
import type { EventId } from "@evently/core/ids";
import { id } from "@evently/core/testing/id";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { expectCleanAudit, expectCountsRolledUp, letTimePass } from "@evently/core/testing/settle-everything";
import { expect } from "vitest";
import { openSaleAt } from "../http/api-client.ts";
import { type AuditCore, openAuditCore } from "./open-audit-core.ts";
import { type SaleLog, startSale } from "./sale-story.ts";
import { startKillable, killableTable as table } from "./start-killable.ts";

export type Killed = {
  kills: number;
  counts: Counted;
  audit: Audit["counted"];
  requests: number;
  confirmed: number;
  cancelled: number;
};

type Story = { target: "engine" | "api"; kills: number; seed: number; buyers?: number; rows?: number };

/**
 * Sells an event through two API processes on an engine with files, kills `target` with SIGKILL at `kills` random
 * moments and restarts it. Afterwards every booking contained in a response exists, and the money and the sales counts
 * are exact.
 */
export async function surviveKills({ target, kills, seed, buyers = 10, rows = 4 }: Story): Promise<Killed> {
  const directory = await mkdtemp(join(tmpdir(), "evently-kills-"));
  const random = seededRandom(seed);
  const stack = await startKillable(directory, random);
  const { endpoint, servers, killed } = stack;
  try {
    const origins = servers.map(({ origin }) => origin);
    const event_id = await openSaleAt(origins[0] ?? "", rows, 25);
    const seats = Array.from(
      { length: rows * 25 },
      (_, i) => `${String.fromCharCode(65 + Math.floor(i / 25))}-${(i % 25) + 1}`,
    );
    const sale = startSale({ origins, event_id, seats, buyers, seed });
    for (let i = 0; i < kills; i++) {
      await sale.after(10 + drawBelow(random, 30));
      await (target === "engine" ? stack.killEngine() : stack.killServer());
    }
    await sale.afterSold(20);
    const log = await sale.end();
    await Promise.all(servers.map((server) => server.end()));
    expect(killed.size).toBe(kills);
    const auditCore = openAuditCore({ endpoint, table, directory });
    const audit = await checkAudit(auditCore, event_id, log);
    const counts = await checkCounts(auditCore, event_id, log, target === "api" ? kills * buyers : 0);
    await auditCore.close();
    const { confirmed, cancelled, requests } = log;
    return { kills, audit, counts, requests, confirmed: confirmed.size, cancelled: cancelled.size };
  } finally {
    await stack.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function checkAudit(auditCore: AuditCore, event_id: EventId, log: SaleLog): Promise<Audit["counted"]> {
  expect(log.strange).toEqual([]);
  expect((await auditEvent(auditCore, event_id)).faults).toEqual([]);
  await letTimePass(auditCore, 200);
  const { counted } = await expectCleanAudit(auditCore, event_id);
  const stateOf = async (booking_id: string) => (await findBooking(auditCore, id.booking(booking_id)))?.state ?? "lost";
  for (const booking_id of log.confirmed)
    expect([booking_id, await stateOf(booking_id)]).toEqual([booking_id, "confirmed"]);
  for (const booking_id of log.cancelled)
    expect([booking_id, await stateOf(booking_id)]).toEqual([booking_id, "cancelled"]);
  for (const booking_id of log.either) expect(await stateOf(booking_id)).not.toBe("lost");
  expect(log.confirmed.size + log.cancelled.size).toBeGreaterThan(0);
  return counted;
}

/**
 * A hold with a response is counted unless its process was killed right afterwards: at most `uncounted`. One without a
 * response may be counted. Sales are counted exactly.
 */
async function checkCounts(
  auditCore: AuditCore,
  event_id: EventId,
  { holds }: SaleLog,
  uncounted: number,
): Promise<Counted> {
  const counts = await expectCountsRolledUp(auditCore, event_id);
  const { won, refused, unanswered } = holds;
  const missing = Math.max(0, won + refused - counts.hold_attempts);
  process.stdout.write(`hold requests: ${won + refused} answered, ${missing} of them not counted\n`);
  expect(counts.holds_placed).toBeGreaterThanOrEqual(won - uncounted);
  expect(counts.holds_placed).toBeLessThanOrEqual(won + unanswered);
  expect(counts.hold_attempts).toBeGreaterThanOrEqual(won + refused - uncounted);
  expect(counts.hold_attempts).toBeLessThanOrEqual(won + refused + unanswered);
  expect(await verifyCounts(auditCore, event_id)).toMatchObject({ exact: true, faults: [] });
  return counts;
}

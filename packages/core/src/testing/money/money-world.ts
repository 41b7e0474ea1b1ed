import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followAccount } from "../../payment/followed-account.table.ts";
import { createTestGateway } from "../../payment/test-gateway.ts";
import { updateItem } from "../../table/update-item.ts";
import { countAtOnce } from "../count-at-once.ts";
import { createMemoryTable } from "../memory-table.ts";
import { openCore, type TestCore } from "../open-core.ts";
import { createMortal, type Mortal } from "./mortal.ts";
import type { Till } from "./till.ts";

export type Process = TestCore & { mortal: Mortal };

/** Two processes that may die, and one that only looks, on one table, one gateway and one clock. */
export type MoneyWorld = {
  till: Till;
  /** Serves buyers and the box office. */
  api: Process;
  /** Does scheduled work, and serves as well. */
  worker: Process;
  /** Never fails. */
  auditor: TestCore;
  close(): Promise<void>;
};

/** On a table in memory, or on the engine of the test run. */
export async function openMoneyWorld(
  openTill: () => Promise<Till>,
  { isInMemory, saw }: { isInMemory: boolean; saw(kind: string): void },
): Promise<MoneyWorld> {
  const till = await openTill();
  const memory = isInMemory ? createMemoryTable() : undefined;
  const auditor = countAtOnce(await openCore({ ...(memory ? { memory } : {}) }));
  Object.assign(auditor, { gateway: till.steady, paymentEvents: till.events });
  const open = async (): Promise<Process> => {
    const timeout = auditor.rules.GATEWAY_TIMEOUT;
    const mortal = createMortal({ clock: auditor.clock, timeout, saw });
    const core = countAtOnce(
      await openCore({ alongside: auditor, wrap: mortal.wrapTable, ...(memory ? { memory } : {}) }),
    );
    return Object.assign(core, {
      mortal,
      paymentEvents: till.events,
      gateway: mortal.wrapGateway(till.gateway) as TestCore["gateway"],
    });
  };
  if (till.events) await updateItem(auditor.table, followAccount(null, auditor.clock()));
  const [api, worker] = [await open(), await open()];
  return {
    till,
    api,
    worker,
    auditor,
    async close() {
      for (const core of [api, worker, auditor]) await core.close();
      await till.close();
    },
  };
}

/** A file system in memory where there is one: a ledger's syncs cost nothing there. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** The built-in gateway, with a ledger of its own. */
export async function openTestTill(): Promise<Till> {
  const directory = await mkdtemp(join(memory, "evently-money-"));
  const gateway = createTestGateway({ directory });
  return {
    gateway,
    steady: gateway,
    ...{ events: null, webhooks: () => [] },
    cards: {
      ok: "tok_visa",
      declined: "tok_chargeDeclined",
      challenged: "tok_challenge",
      others: ["tok_charge_then_lost"],
    },
    answer: async ({ payment_id }, approve) => void (await gateway.answerChallenge(payment_id, approve)),
    refundThere: async ({ payment_id }, amount) => void (await gateway.refundThere(payment_id, amount)),
    lapse: async (record) => void (await gateway.void(record)),
    dispute: null,
    disturb: () => undefined,
    calm: () => undefined,
    async close() {
      await gateway.close();
      await rm(directory, { recursive: true });
    },
  };
}

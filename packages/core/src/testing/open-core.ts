import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Config } from "../config.ts";
import type { Core } from "../core.ts";
import { createCore } from "../create-core.ts";
import type { Mailer } from "../delivery/mailer.ts";
import type { SellerAccounts } from "../payment/seller-accounts.ts";
import { createTestGateway, type TestGateway } from "../payment/test-gateway.ts";
import { provision } from "../table/provision.ts";
import { type Connect, connectTable, type Table, type Transport } from "../table/table.ts";
import { testSecrets, testTicketKeys } from "./test-secrets.ts";

/** A manual clock that starts at `now`, in epoch seconds. */
export type TestClock = { (): number; advance(seconds: number): void };

export function startClock(now = Date.now() / 1000): TestClock {
  return Object.assign(() => now, {
    advance(seconds: number) {
      now += seconds;
    },
  });
}

export type TestCore = Core & { gateway: TestGateway; clock: TestClock; faults: string[]; close(): Promise<void> };

export type Open = {
  /** Wraps the table between the domain and the engine, to inject faults. */
  wrap?: (table: Table) => Table;
  /** A table in memory instead of one at the engine. */
  memory?: Table;
  /** Shares the table and the ledger of another core, as a second process would. */
  alongside?: TestCore;
  clock?: TestClock;
  /** The ledger to start with, a payments.jsonl; an empty one by default. */
  ledger?: URL;
  catalogBudgetMb?: number;
  /** Where its engine is; that of the test run by default. */
  endpoint?: string;
  /** None by default: then no mail is written. */
  mailer?: Mailer;
  /** None by default: then all payments go to the house. */
  sellerAccounts?: SellerAccounts;
};

let tables = 0;

/** A core on a new table of the engine at DYNAMODB_ENDPOINT, with its own test gateway. */
export async function openCore({
  wrap = (table) => table,
  memory,
  alongside,
  clock,
  ledger,
  endpoint = process.env.DYNAMODB_ENDPOINT,
  ...parts
}: Open = {}): Promise<TestCore> {
  const table = memory ?? (await openTable(endpoint, alongside));
  const directory = alongside ? directories.get(alongside) : await mkdtemp(path.join(tmpdir(), "evently-ledger-"));
  if (!directory) throw new Error("the other core is closed");
  if (ledger) await copyFile(ledger, path.join(directory, "payments.jsonl"));
  const gateway = createTestGateway({ directory });
  const faults: string[] = [];
  const rules = Config.parse({ DYNAMODB_ENDPOINT: endpoint ?? "aws", ...testSecrets });
  const core = createCore({
    ...parts,
    table: wrap(table),
    clock: clock ?? alongside?.clock ?? startClock(),
    rules,
    gateway,
    secret: rules.SESSION_SECRET,
    linkKeys: rules.LINK_KEYS,
    ticketKeys: testTicketKeys,
    reportError: (message, details) => faults.push(`${message}: ${details.error ?? JSON.stringify(details)}`),
  }) as TestCore;
  const opened = Object.assign(core, { gateway, faults, close });
  directories.set(opened, directory);
  return opened;

  async function close(): Promise<void> {
    await core.background.settled();
    await gateway.close();
    table.close();
    if (!alongside && directory) await rm(directory, { recursive: true, force: true });
  }
}

async function openTable(endpoint: string | undefined, alongside: TestCore | undefined): Promise<Table> {
  if (!endpoint) throw new Error("DYNAMODB_ENDPOINT is missing: run this test in the project `table`");
  const name = alongside?.table.name ?? `test-${process.pid}-${tables++}-${Math.random().toString(36).slice(2, 8)}`;
  const { EVENTLY_TRANSPORT: transport } = process.env as { EVENTLY_TRANSPORT?: Transport };
  const table = connectTable({ endpoint, name, region: "us-east-1", transport });
  if (!alongside) await provision(table.client, name);
  return table;
}

const directories = new WeakMap<TestCore, string>();

/** A core's table and the directory of its ledger, which another process may share. */
export function findStores(core: TestCore): { table: Connect; directory: string } {
  const directory = directories.get(core);
  if (!directory) throw new Error("the core is closed");
  const table = { endpoint: String(process.env.DYNAMODB_ENDPOINT), name: core.table.name, region: "us-east-1" };
  return { table, directory };
}

import { join } from "node:path";
import { readConfig } from "@evently/core/config";
import type { Core } from "@evently/core/core";
import { createCore } from "@evently/core/create-core";
import type { PaymentGateway } from "@evently/core/payment/gateway";
import { createTestGateway } from "@evently/core/payment/test-gateway";
import { connectTable } from "@evently/core/table/table";
import { startClock, type TestClock } from "@evently/core/testing/open-core";
import { settings } from "./server-process.ts";

export type AuditCore = Core & { clock: TestClock; close(): Promise<void> };

type At = {
  endpoint: string;
  table: string;
  directory: string;
  /** Who took the payments, if it was not the built-in gateway. */
  gateway?: PaymentGateway;
};

/** The table and the ledger left by stopped servers, with a manual clock to finish their work. */
export function openAuditCore(at: At): AuditCore {
  const { config } = readConfig({ ...settings, DYNAMODB_ENDPOINT: at.endpoint });
  const table = connectTable({ endpoint: at.endpoint, name: at.table, region: config.AWS_REGION });
  const ledger = createTestGateway({ directory: join(at.directory, "gateway") });
  const clock = startClock();
  const core = createCore({
    table,
    rules: config,
    gateway: at.gateway ?? ledger,
    secret: config.SESSION_SECRET,
    linkKeys: config.LINK_KEYS,
    ticketKeys: config.TICKET_KEYS,
    clock,
  });
  return Object.assign(core, {
    clock,
    async close() {
      await ledger.close();
      table.close();
    },
  });
}

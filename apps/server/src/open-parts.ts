import type { Core } from "@evently/core/core";
import { createCore } from "@evently/core/create-core";
import { openPrinter, type Printer } from "@evently/tickets/open-printer";
import type { ReadWebhook } from "./http/serve-webhooks.ts";
import { openMailer, type Post } from "./mail/open-mailer.ts";
import { instrumentTable } from "./observability/instrument-table.ts";
import type { Telemetry } from "./observability/telemetry.ts";
import { rulesOf, type ServerConfig } from "./process/config.ts";
import { openGateway } from "./process/open-gateway.ts";
import { openTable } from "./process/open-table.ts";

/** What a server works with: its core, and what of it is opened and closed with the process. */
type Parts = {
  core: Core;
  post: Post;
  printer: Printer;
  readWebhook: ReadWebhook | null;
  close(): Promise<void>;
};

/** Opens gateway, table, printer and mailer as the settings say. Throws a sentence about what can't be opened. */
export async function openParts(
  config: ServerConfig,
  telemetry: Pick<Telemetry, "eventSink" | "instrumentation">,
  reportError: Core["reportError"],
): Promise<Parts> {
  const { gateway, sellerAccounts, paymentEvents, readWebhook, ...till } = openGateway(config);
  await till.open().catch((error) => {
    throw new Error(`DATA_DIR ${config.DATA_DIR} can't be used: ${error.message}`);
  });
  const table = instrumentTable(await openTable(config, telemetry.eventSink), telemetry.instrumentation);
  const printer = openPrinter();
  const post = await openMailer(config, printer.print);
  const core = createCore({
    ...{ table, rules: rulesOf(config), gateway, sellerAccounts, paymentEvents },
    ...{ mailer: post.mailer, reportError },
    ...{ secret: config.SESSION_SECRET, linkKeys: config.LINK_KEYS, ticketKeys: config.TICKET_KEYS },
    catalogBudgetMb: config.CATALOG_BUDGET_MB,
  });
  return {
    ...{ core, post, printer, readWebhook },
    async close() {
      post.close();
      await printer.close();
      await till.close();
      table.close();
    },
  };
}

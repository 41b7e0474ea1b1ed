// A process that does a command's work and kills itself with SIGKILL on the way, as its argument says: see kill-worker.ts.
import { appendFileSync } from "node:fs";
import { createCore } from "../create-core.ts";
import type { Mailer } from "../delivery/mailer.ts";
import { createTestGateway } from "../payment/test-gateway.ts";
import { connectTable } from "../table/table.ts";
import { commandWork } from "./command-work.ts";
import { type AroundWrite, interposePayments, interposeWrites } from "./interpose-writes.ts";
import type { Order } from "./kill-worker.ts";
import { startClock } from "./open-core.ts";

const { command, kill, ...order } = JSON.parse(process.argv[2] ?? "") as Order;

/** Accepts a mail as a server on another machine does: what it has accepted stays, whatever becomes of this process. */
const listAccepted = (file: string): Mailer => ({
  send: (envelope) => around(async () => appendFileSync(file, `${JSON.stringify(envelope)}\n`)),
});

const end = () => process.kill(process.pid, "SIGKILL");
let writes = 0;
const around: AroundWrite = async (send) => {
  if (++writes !== kill.write) return send();
  if (kill.when === "before") end();
  if (kill.when === "during") setImmediate(end);
  const answer = await send();
  end();
  return answer;
};

const table = interposeWrites(connectTable(order.table), around);
const gateway = createTestGateway({ directory: order.directory });
const clock = startClock(order.now);
const { rules, secret, linkKeys, ticketKeys } = order;
const mailer = order.mails === undefined ? null : listAccepted(order.mails);
const keys = { secret, linkKeys, ticketKeys };
const core = createCore({ table, clock, rules, gateway: interposePayments(gateway, around), ...keys, mailer });
await commandWork(Object.assign(core, { clock }), command);
await core.background.settled();
await gateway.close();
table.close();

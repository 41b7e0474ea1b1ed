import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBooking } from "@evently/core/booking/get-booking";
import type { EventId } from "@evently/core/ids";
import { raiseSequences } from "@evently/core/recovery/raise-sequences";
import { settleLedger } from "@evently/core/recovery/settle-ledger";
import { id } from "@evently/core/testing/id";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import { backUp } from "@evently/local-db/back-up";
import { findFreePort } from "@evently/local-db/port";
import { restore } from "@evently/local-db/restore";
import { startEngine } from "@evently/local-db/start-engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSaleAt } from "../testing/http/api-client.ts";
import { openAuditCore } from "../testing/process/open-audit-core.ts";
import { listBookings, type SaleLog, startSale } from "../testing/process/sale-story.ts";
import { startServer } from "../testing/process/server-process.ts";

const table = "evently-table";
const seats = ["A", "B"].flatMap((row) => Array.from({ length: 20 }, (_, i) => `${row}-${i + 1}`));
const numberOf = (id: string) => Number(id.split("-")[1]);

describe("a backup taken while an event sold", () => {
  let directory: string;
  let event_id: EventId;
  let log: SaleLog;
  /** The bookings that buyers knew of when the backup began. */
  let before: string[];
  const at = (name: string) => join(directory, name);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "evently-backup-"));
    const engine = await startEngine({ engine: "dynoxide", dbPath: join(at("data"), "engine") });
    const { endpoint } = engine;
    const server = await startServer({ port: await findFreePort(), endpoint, table, directory: at("data") });
    try {
      event_id = await openSaleAt(server.origin, 2, 20);
      const sale = startSale({ origins: [server.origin], event_id, seats, buyers: 5, seed: 8 });
      await sale.afterSold(40);
      before = listBookings(sale.log);
      await backUp(at("data"), at("backup"));
      await sale.after(40);
      log = await sale.end();
    } finally {
      await server.kill();
      engine.kill();
      await engine.ended;
    }
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  /** Restores into `name`, with all that an operator and the first server there do, and looks at what is left. */
  async function recover(
    name: string,
    check: (auditCore: ReturnType<typeof openAuditCore>) => Promise<void>,
  ): Promise<void> {
    await restore(at("backup"), at(name));
    const engine = await startEngine({ engine: "dynoxide", dbPath: join(at(name), "engine") });
    const auditCore = openAuditCore({ endpoint: engine.endpoint, table, directory: at(name) });
    try {
      await raiseSequences(auditCore);
      await settleLedger(auditCore);
      await letTimePass(auditCore, 200);
      await expectCleanAudit(auditCore, event_id);
      await check(auditCore);
    } finally {
      await auditCore.close();
      await engine.stop();
    }
  }

  const stateOf = async (auditCore: ReturnType<typeof openAuditCore>, booking_id: string) =>
    (await findBooking(auditCore, id.booking(booking_id)))?.state ?? "lost";

  it("restores every booking contained in a response, with exact counts and money", async () => {
    expect(before.length).toBeGreaterThan(0);
    expect(log.strange).toEqual([]);
    await recover("elsewhere", async (auditCore) => {
      for (const booking_id of before) expect(await stateOf(auditCore, booking_id)).not.toBe("lost");
      const { counted } = await expectCleanAudit(auditCore, event_id);
      expect(counted.bookings).toBeGreaterThanOrEqual(before.length);
    });
  });

  it("works with a newer ledger: later sales are refunded, and their ids are never reissued", async () => {
    await cp(join(at("data"), "gateway"), join(at("kept"), "gateway"), { recursive: true });
    await recover("kept", async (auditCore) => {
      const records = await auditCore.gateway.list();
      const ids = records.flatMap(({ payment_id, holding_id }) => [payment_id, holding_id ?? payment_id]);
      for (const kind of ["payment", "holding"] as const) {
        const highest = Math.max(...ids.filter((id) => id.startsWith(kind)).map(numberOf));
        expect(numberOf(await auditCore.ids.next(kind))).toBeGreaterThan(highest);
      }
      const highestNumber = Math.max(...listBookings(log).map(numberOf));
      expect(numberOf(await auditCore.ids.next("booking"))).toBeGreaterThan(highestNumber);
      // A buyer whose cancellation was answered has the money back, also where that was after the backup.
      for (const booking_id of before)
        if (log.cancelled.has(booking_id)) expect(await stateOf(auditCore, booking_id)).toBe("cancelled");
        else if (log.confirmed.has(booking_id)) expect(await stateOf(auditCore, booking_id)).toBe("confirmed");
    });
  });
});

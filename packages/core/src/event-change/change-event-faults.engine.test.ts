import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ChangeEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { listEventJournal } from "../event/list-event-journal.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { editEvent } from "../testing/edit-event.ts";
import { createFaults, faultKinds, survivable } from "../testing/faults.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent, type Sale } from "../testing/open-event.ts";
import { newKey, sendWithKey } from "../testing/send-with-key.ts";
import { changeEvent } from "./change-event.ts";

const faults = createFaults();
let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore({ wrap: faults.wrap });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 5 });
});

const at = (revision: number, change: object) => ChangeEvent.parse({ event_id: sale.event_id, revision, ...change });
const journal = async () => (await listEventJournal(core, sale.organizer, { ...sale, limit: 50 })).items;

describe("a change whose answer", () => {
  it.each(faultKinds)("is struck at any of its requests (%s) is made once or not at all", async (kind) => {
    let requests = 0;
    for (let strike = -1; strike < requests; strike++) {
      sale = await openEvent(core, { rows: 1, perRow: 1 });
      faults.plan((i) => (i === strike ? kind : null));
      const answer = await changeEvent(
        core,
        sale.organizer,
        at(1, { name: "Recital", seat_type_prices: { Stalls: 1 } }),
      ).catch((error) => error.code as string);
      if (strike < 0) requests = faults.seen();
      faults.end();
      const stored = await findEvent(core.table, sale.event_id);
      const isMade = stored?.revision === 2;
      expect(stored).toMatchObject(
        isMade ? { name: "Recital", price_revision: 1 } : { name: "Test concert", revision: 1 },
      );
      if (strike < 0 || survivable.has(kind)) expect(answer).toMatchObject({ name: "Recital", revision: 2 });
      if (typeof answer === "string") expect(answer).toBe("UNAVAILABLE");
      expect((await journal()).filter(({ action }) => action === "event.changed")).toHaveLength(isMade ? 1 : 0);
      expect((await readItem(core.table, keys.job("refresh", sale.event_id))) !== null).toBe(isMade);
    }
    expect(requests).toBeGreaterThan(2);
  });

  it("has a key is replayed to the letter, and changes nothing again", async () => {
    const key = newKey();
    const send = () =>
      sendWithKey(core, { actor: sale.organizer, key }, (lease) =>
        changeEvent(core, sale.organizer, at(1, { name: "Recital" }), lease),
      );
    const first = await send();
    await editEvent(core, sale, { name: "Matinee" });
    expect(await send()).toEqual({ ...first, replayed: true });
    expect(await findEvent(core.table, sale.event_id)).toMatchObject({ name: "Matinee", revision: 3 });
  });
});

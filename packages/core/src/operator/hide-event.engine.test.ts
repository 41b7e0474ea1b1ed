import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Core } from "../core.ts";
import { getEvent } from "../event/get-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { placeHold } from "../hold/place-hold.ts";
import { ownersFor } from "../organization/may.ts";
import { copyEvent } from "../series/copy-event.ts";
import { interpose } from "../testing/interpose.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { toInstant } from "../time.ts";
import { hideEvent } from "./hide-event.ts";
import { resumeAccount, suspendAccount } from "./suspend-account.ts";

let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 4 });
});

const listed = async () => {
  // Two changes of one event at one instant are one line of the log.
  core.clock.advance(3);
  await core.catalog.follow();
  return core.catalog.list().map(({ event_id }) => event_id);
};
const hide = (isHidden: boolean) => hideEvent(core, { event_id: sale.event_id, isHidden });

describe("a hidden event", () => {
  it("is seen by its organizer and its buyers, and by nobody else", async () => {
    const [buyer, holder, stranger] = [await newGuest(core), await newGuest(core), await newGuest(core)];
    await buy(core, sale, buyer, "A-1");
    await placeHold(core, holder, ask(sale.event_id, "A-2"));
    expect(await hide(true)).toEqual({ event_id: sale.event_id, isNew: true, holds: 1, bookings: 1 });
    expect(await listed()).not.toContain(sale.event_id);
    for (const actor of [sale.organizer, buyer, holder])
      expect(await getEvent(core, actor, sale)).toMatchObject({ hidden_at: expect.any(String), status: "published" });
    for (const actor of [stranger, null])
      await expect(getEvent(core, actor, sale)).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    await expect(placeHold(core, stranger, ask(sale.event_id, "A-3"))).rejects.toMatchObject({
      code: "EVENT_NOT_FOUND",
    });
    expect((await hide(false)).isNew).toBe(true);
    expect((await hide(false)).isNew).toBe(false);
    expect(await listed()).toContain(sale.event_id);
    expect(await getEvent(core, null, sale)).toMatchObject({ hidden_at: null });
  });

  it("stays hidden, whatever its organizer makes of its status", async () => {
    const { organizer, event_id } = sale;
    await hide(true);
    await setEventStatus(core, organizer, { event_id, status: "paused" });
    await setEventStatus(core, organizer, { event_id, status: "published" });
    expect(await listed()).not.toContain(event_id);
    await core.catalog.load();
    expect(await listed()).not.toContain(event_id);
    await hide(false);
    expect(await listed()).toContain(event_id);
  });

  it("keeps an event hidden that was hidden by itself before", async () => {
    await hideEvent(core, { event_id: sale.event_id, isHidden: true });
    await suspendAccount(core, sale.organizer);
    await hideEvent(core, { event_id: sale.event_id, isHidden: false });
    expect(await listed()).not.toContain(sale.event_id);
    await hideEvent(core, { event_id: sale.event_id, isHidden: true });
    await resumeAccount(core, sale.organizer);
    expect(await listed()).not.toContain(sale.event_id);
    await hideEvent(core, { event_id: sale.event_id, isHidden: false });
    expect(await listed()).toContain(sale.event_id);
  });

  it("can't be copied, nor published under another id, until it is shown again", async () => {
    const { organizer, event_id } = sale;
    const start_times = [toInstant(Math.floor(core.clock()) + 30 * 86_400)];
    const copy = (process: Core) => copyEvent(process, organizer, { event_id, start_times, publish: true });
    const refused = { code: "EVENT_STATUS_CONFLICT", details: { status: "hidden" } };
    await hide(true);
    await expect(copy(core)).rejects.toMatchObject(refused);
    await hide(false);
    // Hidden after the copy has read it, and before it is decided.
    const hiding = interpose(core.table, async ({ input }, send) => {
      if (JSON.stringify(input).includes("event.copied")) await hide(true);
      return send();
    });
    await expect(copy({ ...core, table: hiding })).rejects.toMatchObject(refused);
    expect(await listOwnEventIds(core.table, ownersFor(organizer, null))).toEqual([event_id]);
    await hide(false);
    expect((await copy(core)).items).toMatchObject([{ hidden_at: null }]);
  });

  it("is no event that is called off", async () => {
    await setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "cancelling" });
    await expect(hide(true)).rejects.toMatchObject({ code: "EVENT_STATUS_CONFLICT" });
  });
});

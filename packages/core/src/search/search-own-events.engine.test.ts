import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { VenueId } from "../ids.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newOrganizer, openEvent, type Sale } from "../testing/open-event.ts";
import { readAll } from "../testing/read-all.ts";
import type { Actor } from "../user/user.ts";
import { searchOwnEvents } from "./search-own-events.ts";

let core: TestCore;
let organizer: Actor;
let own: Sale[];

beforeAll(async () => {
  core = await openCore();
  organizer = await newOrganizer(core);
  const open = (name: string, status: "draft" | "published") => openEvent(core, { organizer, event: { name, status } });
  own = [await open("Shown", "published"), await open("Draft", "draft"), await open("Paused", "published")];
  const [, , paused] = own;
  if (paused) await setEventStatus(core, organizer, { ...paused, status: "paused" });
  await openEvent(core);
});
afterAll(() => core.close());

const list = (input: { venue_id?: VenueId; limit?: number; cursor?: string } = {}, actor = organizer) =>
  searchOwnEvents(core, actor, { limit: 50, ...input });

describe("an organizer's own events", () => {
  it("are listed whatever their status, newest first, with what only their organizer may know", async () => {
    expect(await list()).toMatchObject({
      items: [
        { name: "Paused", status: "paused", archived_at: null, seats_left: 20, price_min: 4500 },
        { name: "Draft", status: "draft" },
        { name: "Shown", status: "published" },
      ],
      ...{ total: 3, next_cursor: null, matched: "all" },
    });
    for (const { event_id, revision } of (await list()).items)
      expect(revision).toBe((await findEvent(core.table, event_id))?.revision);
  });

  it("are paged by a cursor of the caller's, and kept to one venue", async () => {
    const paged = await readAll((cursor) => list({ limit: 1, ...(cursor ? { cursor } : {}) }));
    expect(paged.map(({ name }) => name)).toEqual(["Paused", "Draft", "Shown"]);
    const cursor = (await list({ limit: 1 })).next_cursor ?? "";
    await expect(list({ cursor }, await newOrganizer(core))).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    const venue_id = paged[1]?.venue_id as VenueId;
    expect(await list({ venue_id })).toMatchObject({ items: [{ name: "Draft" }], total: 1 });
  });

  it("are none for others, and nobody's but an organizer's", async () => {
    expect(await list({}, await newOrganizer(core))).toMatchObject({ items: [], total: 0 });
    await expect(list({}, await newGuest(core))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

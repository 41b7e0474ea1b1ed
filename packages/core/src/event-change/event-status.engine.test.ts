import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeStatus } from "../event/change-status.ts";
import { EventStatus } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent, getOwnEvent } from "../event/get-event.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId } from "../ids.ts";
import { searchEvents } from "../search/search-events.ts";
import { getSeatMap, listSeats } from "../seat-map/get-seat-map.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask } from "../testing/open-event.ts";
import { type EventWorld, openEventWorld } from "../testing/open-event-world.ts";
import { toInstant } from "../time.ts";

let world: EventWorld;
let core: EventWorld["core"];
let other: EventWorld["other"];
let organizer: EventWorld["organizer"];
let stranger: EventWorld["stranger"];
let create: EventWorld["create"];
let move: EventWorld["move"];
let statusOf: EventWorld["statusOf"];

beforeAll(async () => {
  world = await openEventWorld();
  ({ core, other, organizer, stranger, create, move, statusOf } = world);
});
afterAll(() => world.close());

const listed = async (viewer: TestCore) =>
  (await searchEvents(viewer, { limit: 200 })).items.map(({ event_id }) => event_id);

describe("the status of an event", () => {
  const may = {
    published: ["draft", "paused", "published"],
    paused: ["published", "paused"],
    cancelling: ["draft", "published", "paused", "cancelling"],
  } as const;
  const statuses = EventStatus.options.filter((status) => status !== "deleting");
  const steps = statuses.flatMap((from) =>
    (["published", "paused", "cancelling"] as const).map(
      (to) => [from, to, (may[to] as readonly string[]).includes(from)] as const,
    ),
  );

  async function bring(to: EventStatus): Promise<EventId> {
    const { event_id } = await create({ status: to === "draft" ? "draft" : "published" });
    if (to === "paused") await move(event_id, "paused");
    if (to === "cancelling" || to === "cancelled") await move(event_id, "cancelling");
    const event = await findEvent(core.table, event_id);
    if (to === "cancelled" && event) await changeStatus(core, event, "cancelled", { actor: null });
    return event_id;
  }

  it.each(steps)("goes from %s to %s: %s", async (from, to, allowed) => {
    const event_id = await bring(from);
    if (allowed) expect(await move(event_id, to)).toMatchObject({ event_id, status: to });
    else {
      await expect(move(event_id, to)).rejects.toMatchObject({
        code: "EVENT_STATUS_CONFLICT",
        details: { status: from },
      });
    }
    expect(await statusOf(event_id)).toBe(allowed ? to : from);
  });

  it("of a draft stays draft once its sale would be over, while a paused event can be resumed then", async () => {
    const soon = { start_time: toInstant(core.clock() + 60) };
    const [draft, paused] = [await create({ ...soon, status: "draft" }), await create(soon)];
    await move(paused.event_id, "paused");
    core.clock.advance(60);
    await expect(move(draft.event_id, "published")).rejects.toMatchObject({
      code: "SALE_CLOSED",
      details: { sales_start: draft.sales_start, sales_end: null },
    });
    expect(await statusOf(draft.event_id)).toBe("draft");
    expect(await move(paused.event_id, "published")).toMatchObject({ status: "published" });
  });

  it("can be changed only by its organizer and an admin", async () => {
    const { event_id } = await create();
    await expect(move(event_id, "paused", stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(move("event-99999" as EventId, "paused")).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    expect(await move(event_id, "paused", { ...stranger, role: "admin" })).toMatchObject({ status: "paused" });
  });
});

describe("a draft", () => {
  it.each([
    ["", false],
    [", even after it was cancelled", true],
  ])("does not exist for strangers, byte for byte, in any request%s", async (_, cancelled) => {
    const { event_id } = await create({ status: "draft" });
    if (cancelled) await move(event_id, "cancelling");
    const missing = "event-99999" as EventId;
    const questions = [
      (event_id: EventId) => getEvent(core, stranger, { event_id }),
      (event_id: EventId) => getEvent(core, null, { event_id }),
      (event_id: EventId) => getOwnEvent(core, stranger, event_id),
      (event_id: EventId) => listSeats(core, null, { event_id }),
      (event_id: EventId) => getSeatMap(core, stranger, { event_id }),
      (event_id: EventId) => move(event_id, "published", stranger),
      (event_id: EventId) => placeHold(core, stranger, ask(event_id, "A-1")),
    ];
    for (const question of questions) {
      const [draft, none] = await Promise.all([event_id, missing].map((id) => question(id).catch((error) => error)));
      expect(draft.toFailure()).toEqual({ ...none.toFailure(), error_code: "EVENT_NOT_FOUND" });
    }
    const status = cancelled ? "cancelling" : "draft";
    expect(await getEvent(core, organizer, { event_id })).toMatchObject({ status });
    expect((await listSeats(core, organizer, { event_id })).toJSON().items).toHaveLength(3);
  });
});

describe("what other processes see", () => {
  it("reaches their lists once they read the changes: published, paused, resumed, cancelled", async () => {
    await other.catalog.load();
    const { event_id } = await create({ name: "Followed" });
    expect(await listed(other)).not.toContain(event_id);
    await other.catalog.follow();
    expect(await listed(other)).toContain(event_id);
    for (const [status, shown] of [
      ["paused", false],
      ["published", true],
      ["cancelling", false],
    ] as const) {
      core.clock.advance(1);
      await move(event_id, status);
      await other.catalog.follow();
      expect((await listed(other)).includes(event_id), status).toBe(shown);
    }
  });

  it("is exactly the published events, earliest first, for a process that starts later", async () => {
    const late = await create({ name: "Late", start_time: "2099-06-01T20:00:00Z" });
    const [draft, paused, ending] = [await create({ status: "draft" }), await create(), await create()];
    await move(paused.event_id, "paused");
    await move(ending.event_id, "cancelling");
    const third = await openCore({ alongside: core });
    await third.catalog.load();
    expect(await listed(third)).toContain(late.event_id);
    for (const { event_id } of [draft, paused, ending]) expect(await listed(third)).not.toContain(event_id);
    const times = (await searchEvents(third, { limit: 200 })).items.map(({ start_time }) => start_time);
    expect(times).toEqual(times.toSorted());
    await third.close();
  });

  it("is at most two seconds old, and current in the process that changed it", async () => {
    const event = await create();
    expect(await other.events.find(event.event_id)).toMatchObject({ status: "published" });
    await move(event.event_id, "paused");
    expect(await core.events.find(event.event_id)).toMatchObject({ status: "paused" });
    core.clock.advance(1.9);
    expect(await other.events.find(event.event_id)).toMatchObject({ status: "published" });
    core.clock.advance(0.1);
    expect(await other.events.find(event.event_id)).toMatchObject({ status: "paused" });
  });
});

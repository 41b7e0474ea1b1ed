import { expect, it } from "vitest";
import { placeHold } from "../hold/place-hold.ts";
import { openCore } from "./open-core.ts";
import { ask, newGuest, openEvent } from "./open-event.ts";
import { recordWrites } from "./record-writes.ts";

it("lists written items, and none of failed writes", async () => {
  const writes = recordWrites();
  const core = await openCore({ wrap: writes.wrap });
  const { event_id } = await openEvent(core, { rows: 1, perRow: 2 });
  const [first, second] = [await newGuest(core), await newGuest(core)];
  writes.take();
  const { holding_id } = await placeHold(core, first, ask(event_id, "A-1"));
  const held = writes.take();
  expect(held).toEqual(expect.arrayContaining([`${event_id} A-1`, `${holding_id} ${holding_id}`]));
  await expect(placeHold(core, second, ask(event_id, "A-1", "A-2"))).rejects.toThrow();
  expect(writes.take().filter((key) => /^(holding|quota|event-\d+ A-)/.test(key))).toEqual([]);
  await core.close();
});

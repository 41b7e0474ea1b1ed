import { beforeEach, describe, expect, it } from "vitest";
import { ChangeEvent, type Event } from "../event/event.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import type { TestCore } from "../testing/open-core.ts";
import { openCores } from "../testing/open-cores.ts";
import { newSeat } from "../testing/open-event.ts";
import { getStored, newHall, openTwoHalls, readSold, type TwoHalls } from "../testing/open-two-halls.ts";
import { race } from "../testing/race.ts";
import { getVenue } from "../venue/get-venue.ts";
import { changeEvent } from "./change-event.ts";
import { changeVenue } from "./change-venue.ts";

let core: TestCore;
let other: TestCore;
let halls: TwoHalls;
let draft: Event;

const open = openCores();
beforeEach(async () => {
  core = await open();
  other = await open({ alongside: core });
  halls = await openTwoHalls(core);
  draft = await halls.draft();
  core.clock.advance(1);
});

describe("at once", () => {
  const rounds = 10;

  it("a move and a publication: the event is sold in one venue, with all of its seats and no others", async () => {
    for (let round = 0; round < rounds; round++) {
      halls = await openTwoHalls(core);
      draft = await halls.draft();
      const publishing = () => halls.publish(draft, other);
      const runs = round % 2 === 0 ? [halls.move(draft), publishing()] : [publishing(), halls.move(draft)];
      const { won, refused, broken } = await race<Event>(runs);
      expect(broken).toEqual([]);
      expect(won).toHaveLength(won.length === 2 ? 2 : 1);
      for (const name of Object.keys(refused))
        expect(["REVISION_CONFLICT", "EVENT_STATUS_CONFLICT", "EVENT_WAS_PUBLISHED"]).toContain(name);
      const { venue_id, status } = await getStored(core, draft.event_id);
      expect(Object.values(refused).reduce((sum, n) => sum + n, 0)).toBe(2 - won.length);
      if (venue_id === halls.oslo) expect([status, won.length]).toEqual(["published", 1]);
      else expect(status).toBe(won.length === 2 ? "published" : "draft");
      await halls.expectSeatsOf(draft, venue_id);
    }
  });

  it("two moves: one wins, and the other reads what it changed", async () => {
    for (let round = 0; round < rounds; round++) {
      halls = await openTwoHalls(core);
      const third = await newHall(core, halls.organizer, "Third", "Europe/Paris", [newSeat("A", 2), newSeat("Z", 1)]);
      draft = await halls.draft();
      const { event_id, revision } = draft;
      const goTo = (process: TestCore, edit: object) =>
        changeEvent(process, halls.organizer, ChangeEvent.parse({ event_id, revision, ...edit }));
      const runs = [goTo(core, halls.moveTo(halls.tokyo)), goTo(other, { venue_id: third })];
      const { won, refused, broken } = await race(runs);
      expect([won.length, broken]).toEqual([1, []]);
      expect(Object.keys(refused)).toEqual([expect.stringMatching(/^(REVISION_CONFLICT|EVENT_STATUS_CONFLICT)$/)]);
      const { venue_id } = await getStored(core, event_id);
      expect(venue_id).toBe(won[0]?.venue_id);
      if (venue_id === halls.tokyo) await halls.expectSeatsOf(draft, venue_id);
      else expect(await readSold(core, event_id)).toEqual({ "A-2": "Stalls 1000", "Z-1": "Stalls 1000" });
    }
  });

  it("a move and a change of the new venue: the event has the venue as it is then", async () => {
    for (let round = 0; round < rounds; round++) {
      halls = await openTwoHalls(core);
      draft = await halls.draft();
      const { revision } = await getVenue(core, { venue_id: halls.tokyo });
      const renamed = { venue_id: halls.tokyo, revision, name: "Renamed hall" };
      const { broken } = await race<unknown>([halls.move(draft), changeVenue(other, halls.organizer, renamed)]);
      expect(broken).toEqual([]);
      core.clock.advance(2);
      while ((await runScheduledWork(core)) > 0);
      const { venue_id, venue_name } = await getStored(core, draft.event_id);
      if (venue_id === halls.tokyo) expect(venue_name).toBe((await getVenue(core, { venue_id })).name);
      await halls.expectSeatsOf(draft, venue_id);
    }
  });
});

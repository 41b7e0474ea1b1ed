import type { VenueId } from "@evently/core/ids";
import { describe, expect, test } from "vitest";
import { newListSeat } from "../plan/list-seat.fixture";
import { newRowBlock, type PlanSeat } from "../plan/seating-plan";
import { type SaveProgress, saveVenue, type VenueCalls } from "./save-venue";
import type { VenueDraft } from "./venue-draft";

const draft: VenueDraft = {
  draft_id: "draft",
  name: " Hall ",
  city: "Oslo",
  timezone: "Europe/Oslo",
  description: "",
  address: " Storgata 1 ",
  map_url: "",
  plan: { seat_types: ["Stalls "], blocks: [newRowBlock("a", "Stalls")] },
};
const seatsOf = (count: number, seat_type = "Stalls"): PlanSeat[] =>
  Array.from({ length: count }, (_, index) =>
    newListSeat(String(Math.floor(index / 100) + 1), String((index % 100) + 1), { seat_type }),
  );

/** A fake API: it answers a known key as before, and fails after the calls that are listed. */
function openApi(lost: number[] = []) {
  const answers = new Map<string, unknown>();
  const venues: unknown[] = [];
  const seats: PlanSeat[] = [];
  let calls = 0;
  async function once<T>(key: string, act: () => T): Promise<T> {
    if (!answers.has(key)) answers.set(key, act());
    if (lost.includes(++calls)) throw new Error("no answer");
    return answers.get(key) as T;
  }
  const api: VenueCalls = {
    create: (venue, key) => once(key, () => ({ venue_id: `venue-0000${venues.push(venue)}` as VenueId })),
    addSeats: (input, key) => once(key, () => seats.push(...input.seats)),
  };
  return { api, venues, seats };
}

const nothing = () => undefined;

describe("saving a venue", () => {
  test("creates it, trimmed, sends its seats in calls of at most 10,000, and reports its progress", async () => {
    const { api, venues, seats } = openApi();
    const reports: SaveProgress[] = [];
    const venue_id = await saveVenue(api, draft, seatsOf(20_001, "Stalls "), (progress) => reports.push(progress));
    expect(venue_id).toBe("venue-00001");
    expect(venues).toEqual([
      {
        ...{ name: "Hall", city: "Oslo", timezone: "Europe/Oslo", description: "", seat_types: ["Stalls"] },
        address: "Storgata 1",
      },
    ]);
    expect(seats).toEqual(seatsOf(20_001));
    expect(reports.map((progress) => progress.seats)).toEqual([0, 0, 10_000, 20_000, 20_001]);
  });

  test.each([1, 2, 3])(
    "creates nothing twice when the answer to call %d is lost and it is sent again",
    async (call) => {
      const { api, venues, seats } = openApi([call]);
      await expect(saveVenue(api, draft, seatsOf(15_000), nothing)).rejects.toThrow("no answer");
      await saveVenue(api, draft, seatsOf(15_000), nothing);
      expect(venues).toHaveLength(1);
      expect(seats).toEqual(seatsOf(15_000));
    },
  );

  test("creates another venue from another draft with the same content", async () => {
    const { api, venues } = openApi();
    await saveVenue(api, draft, seatsOf(1), nothing);
    await saveVenue(api, { ...draft, draft_id: "other" }, seatsOf(1), nothing);
    expect(venues).toHaveLength(2);
  });
});

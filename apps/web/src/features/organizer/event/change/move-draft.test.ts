import { expect, it } from "vitest";
import { newEventDraft } from "../event-draft";
import { moveDraft } from "./move-draft";

const oslo = { venue_id: "venue-00001", timezone: "Europe/Oslo", address: "Oslo 1", map_url: "https://example.org/o" };
const tokyo = { venue_id: "venue-00002", timezone: "Asia/Tokyo" };
type To = Parameters<typeof moveDraft>[2];

const draft = {
  ...newEventDraft(oslo.venue_id),
  ...{ start_time: "2027-10-31T02:30", doors_time: "", sales_start: "2027-06-01T10:00", sales_end: "soon" },
  ...{ meant: { start_time: "second" as const }, address: "Oslo 1", prices: { Stalls: "10" } },
};

it("a draft that moves keeps its instants, and what can't be read as it was typed", () => {
  expect(moveDraft(draft, oslo, tokyo as To)).toMatchObject({
    ...{ venue_id: "venue-00002", start_time: "2027-10-31T10:30", meant: {}, sales_start: "2027-06-01T17:00" },
    ...{ doors_time: "", sales_end: "soon", address: "", map_url: "", prices: { Stalls: "10" } },
  });
});

it("a draft that moves back is what it was", () => {
  const back = moveDraft(moveDraft(draft, oslo, tokyo as To), tokyo, oslo as To);
  expect(back).toEqual({ ...draft, map_url: oslo.map_url });
});

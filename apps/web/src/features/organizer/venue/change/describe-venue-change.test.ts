import { describe, expect, test } from "vitest";
import { describeVenueChange } from "./describe-venue-change";

const concerned = { events: 5, shown: 2, drafts: 2 };
const none = { events: 0, shown: 0, drafts: 0 };

describe("what a change of a venue does", () => {
  test.each([
    [{ name: "Aula" }, concerned, /^The new name reaches 5 events .*: 2 published, 2 in draft, 1 cancelled\.$/],
    [{ name: "Aula", city: "Oslo" }, concerned, /^The new name and city reach 5 events/],
    [{ name: "Aula" }, none, /^There is no event here yet/],
    [{ city: "Oslo" }, null, /^The new city reaches every event here\. How many there are could not be read/],
    [{ timezone: "UTC" }, concerned, /^Drafts here move/],
    [{ address: null }, concerned, /^Events keep the address/],
  ])("of %j with %j is said first", (changes, events, first) => {
    expect(describeVenueChange(changes, events)[0]).toMatch(first);
  });
});

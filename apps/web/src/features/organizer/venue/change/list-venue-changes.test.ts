import type { Venue } from "@evently/core/venue";
import { describe, expect, test } from "vitest";
import { listVenueChanges, toVenueFields } from "./list-venue-changes";

const venue = {
  ...{ name: "Aula", city: "Oslo", timezone: "Europe/Oslo", description: "", address: "1 Main Street" },
} as Venue;

describe("the changes of a venue", () => {
  test.each([
    ["nothing", {}, {}],
    ["spaces around", { name: " Aula " }, {}],
    ["another name and city", { name: "Hall", city: "Bergen" }, { name: "Hall", city: "Bergen" }],
    ["an address taken away", { address: " " }, { address: null }],
    ["a map", { map_url: "https://example.org/m" }, { map_url: "https://example.org/m" }],
  ])("are, of %s typed, what differs from what is saved", (_, typed, changes) => {
    expect(listVenueChanges(venue, { ...toVenueFields(venue), ...typed })).toEqual(changes);
  });
});

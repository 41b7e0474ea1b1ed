import { expect, it } from "vitest";
import { createNetworkCounts } from "./network-counts.ts";

let now = 1_000;
const home = { near: "a-1", wide: "a" };
const office = { near: "b", wide: null };

it("allows a number in any stretch of time, then says when the first of them is over", () => {
  const counts = createNetworkCounts(() => now, { most: 3, seconds: 60 });
  for (let i = 0; i < 3; i++) {
    expect(counts.waitFor(office)).toBe(0);
    counts.count(office);
    now += 10;
  }
  expect(counts.waitFor(office)).toBe(30);
  expect(counts.waitFor(home)).toBe(0);
  now += 30;
  expect(counts.waitFor(office)).toBe(0);
});

it("allows ten times as many of a /48, whichever of its /64s they come from", () => {
  const counts = createNetworkCounts(() => now, { most: 3, seconds: 60 });
  for (let i = 0; i < 30; i++) {
    const network = { near: `a-${i}`, wide: "a" };
    expect(counts.waitFor(network)).toBe(0);
    counts.count(network);
  }
  expect(counts.waitFor({ near: "a-31", wide: "a" })).toBeGreaterThan(0);
});

it("allows no more under way than may still be counted", () => {
  const counts = createNetworkCounts(() => now, { most: 3, seconds: 60 });
  const refused = (retry_after: number) => expect.objectContaining({ code: "NETWORK_LIMIT", details: { retry_after } });
  counts.count(office);
  const [end] = [counts.begin(office), counts.begin(office)];
  now += 10;
  expect(() => counts.begin(office)).toThrow(refused(50));
  counts.count(office);
  end();
  expect(() => counts.begin(office)).toThrow(refused(50));
  counts.begin(home);
  now += 51;
  counts.begin(office);
  expect(() => counts.begin(office)).toThrow(refused(9));
});

import { expect, it } from "vitest";
import { createNetworkCounts } from "./network-counts.ts";

let now = 1_000;
const home = { near: "a-1", wide: "a" };
const office = { near: "b", wide: null };

it("allows a number in any stretch of time, then says when the first of them is over", () => {
  const counts = createNetworkCounts(() => now, { most: 3, seconds: 60 });
  for (let i = 0; i < 3; i++) {
    counts.check(office);
    counts.count(office);
    now += 10;
  }
  expect(() => counts.check(office)).toThrow(
    expect.objectContaining({ code: "NETWORK_LIMIT", details: { retry_after: 30 } }),
  );
  expect(() => counts.check(home)).not.toThrow();
  now += 30;
  expect(() => counts.check(office)).not.toThrow();
});

it("allows ten times as many of a /48, whichever of its /64s they come from", () => {
  const counts = createNetworkCounts(() => now, { most: 3, seconds: 60 });
  for (let i = 0; i < 30; i++) {
    const network = { near: `a-${i}`, wide: "a" };
    counts.check(network);
    counts.count(network);
  }
  expect(() => counts.check({ near: "a-31", wide: "a" })).toThrow(expect.objectContaining({ code: "NETWORK_LIMIT" }));
});

import { expect, it } from "vitest";
import { countViewers } from "./viewers.ts";

function open() {
  let now = 0;
  const viewers = countViewers(5, () => now);
  return { viewers, at: (time: number) => (now = time) };
}

it("counts each client once, however many requests it sends", () => {
  const { viewers, at } = open();
  for (const second of [0, 1, 2, 3]) {
    at(second);
    for (const client of ["203.0.113.5", "203.0.113.6", "2001:db8::/64"]) viewers.see(client);
  }
  expect(viewers.count()).toBe(3);
});

it("drops clients after five seconds without a request", () => {
  const { viewers, at } = open();
  viewers.see("a");
  at(3);
  viewers.see("b");
  at(4.9);
  expect(viewers.count()).toBe(2);
  at(5);
  expect(viewers.count()).toBe(1);
  viewers.see("b");
  at(9.9);
  expect(viewers.count()).toBe(1);
  at(10);
  expect(viewers.count()).toBe(0);
});

it("never tracks more clients than its limit", () => {
  const { viewers } = open();
  for (let i = 0; i < 100_050; i++) viewers.see(`client-${i}`);
  expect(viewers.count()).toBe(100_000);
});

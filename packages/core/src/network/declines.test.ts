import { expect, it } from "vitest";
import type { UserId } from "../ids.ts";
import { createDeclines, type Declines } from "./declines.ts";

let now = 1_000;
let paid = 0;
let people = 0;
const network = { near: "school", wide: null };
const open = () => createDeclines(() => now, { countPaid: (key) => (key === network.near ? paid : 0) });
const someone = () => `user-${people++}` as UserId;
const refused = expect.objectContaining({ code: "NETWORK_LIMIT" });

/** How many cards in a row are tried and declined before the network's limit; of one person, or each of another one. */
function tryCards(declines: Declines, nextPerson: () => UserId): number {
  for (let tried = 0; ; tried++) {
    const attempt = { network, user_id: nextPerson() };
    try {
      declines.begin(attempt)();
    } catch (error) {
      expect(error).toEqual(refused);
      return tried;
    }
    declines.count(attempt);
  }
}

it("one person has 60 cards declined in an hour, and one more for each seat that the network paid for", () => {
  const declines = open();
  const thief = someone();
  paid = 0;
  expect(tryCards(declines, () => thief)).toBe(60);
  paid = 15;
  expect(tryCards(declines, () => thief)).toBe(15);
  now += 3_600;
  expect(tryCards(declines, () => thief)).toBe(75);
});

it("people whose own cards were not declined go on behind the same address, until twice as many", () => {
  const declines = open();
  const thief = someone();
  paid = 10;
  expect(tryCards(declines, () => thief)).toBe(70);
  expect(tryCards(declines, someone)).toBe(70);
  expect(tryCards(declines, () => thief)).toBe(0);
});

it("somebody who has paid for a booking goes on until their own card is declined, with one card at a time", () => {
  const declines = open();
  paid = 0;
  tryCards(declines, someone);
  const buyer = { network, user_id: someone(), hasPaid: true };
  for (let i = 0; i < 3; i++) declines.begin(buyer)();
  const end = declines.begin(buyer);
  expect(() => declines.begin(buyer)).toThrow(refused);
  end();
  declines.count(buyer);
  expect(declines.isCounted(buyer.user_id)).toBe(true);
  expect(() => declines.begin(buyer)).toThrow(refused);
});

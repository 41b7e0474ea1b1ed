import type { Holder } from "@evently/core/hold";
import { describe, expect, test } from "vitest";
import { describeRelease, describeReleased, releaseOf } from "./describe-release";

const holds = [
  { holding_id: "holding-00001", seats: 10, is_paying: false },
  { holding_id: "holding-00002", seats: 2, is_paying: true },
] as unknown as Holder["holds"];
const holder: Holder = { connection: "3f9a01c27b", wider: null, seats: 12, holds };

describe("what a release does", () => {
  test("is told without what is at payment", () => {
    const release = releaseOf(holder, true);
    if (!release) throw new Error("there is nothing to release");
    expect(describeRelease(release)).toEqual({
      title: "Release all unpaid seats of this connection?",
      points: [
        "10 seats are back on sale at once, while the sale is open.",
        "Nobody has paid for them, so no money moves.",
        "Whoever holds them is told that the organizer released them, and can hold what is still free again.",
        "1 hold at payment stays.",
        "Holds of this connection that are not shown yet are released, too.",
        "You can’t undo this. It is recorded in the event’s journal.",
      ],
    });
  });

  test("is not offered where everything is at payment, or the connection is not known", () => {
    expect(releaseOf({ ...holder, holds: holds.slice(1) }, false)).toBeNull();
    expect(releaseOf({ ...holder, connection: null }, false)).toBeNull();
  });
});

test.each([
  [{ released: 3, seats: 6, paying: 0, left: 0 }, "6 seats were released."],
  [{ released: 1, seats: 1, paying: 2, left: 0 }, "1 seat was released. 2 holds at payment stay."],
  [{ released: 200, seats: 800, paying: 0, left: 1 }, "800 seats were released. 1 hold more is left: release again."],
  [{ released: 0, seats: 0, paying: 1, left: 0 }, "Nothing was released. 1 hold at payment stays."],
  [{ released: 0, seats: 0, paying: 0, left: 0 }, "Nothing was released: these holds had ended already."],
])("%o is: %s", (answer, words) => {
  expect(describeReleased(answer)).toBe(words);
});

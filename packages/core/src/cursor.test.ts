import { expect, it } from "vitest";
import { openCursor, sealCursor } from "./cursor.ts";
import { isFailure } from "./errors.ts";

const secret = "0".repeat(32);

function refuses(cursor: string, scope = "booking.list user-00001"): boolean {
  try {
    openCursor(secret, scope, cursor);
    return false;
  } catch (error) {
    return isFailure(error, "INVALID_CURSOR");
  }
}

it("opens what was sealed for the same list, filters and caller", () => {
  const position = JSON.stringify({ pk: "event-00001", note: "Dvořák" });
  expect(openCursor(secret, "a", sealCursor(secret, "a", position))).toBe(position);
});

it("refuses a cursor of another scope or signed with another secret", () => {
  const cursor = sealCursor(secret, "booking.list user-00002", "50");
  expect(refuses(cursor)).toBe(true);
  expect(refuses(sealCursor("1".repeat(32), "booking.list user-00001", "50"))).toBe(true);
});

it("refuses a cursor whose position was moved into its scope", () => {
  const [, signature] = sealCursor(secret, "seats Box\nOld", "[0,5]").split(".");
  const cut = Buffer.from("Old\n[0,5]").toString("base64url");
  expect(refuses(`${cut}.${signature}`, "seats Box")).toBe(true);
});

it.each(["", ".", "NTA", "NTA.", `NTA.${"é".repeat(22)}`, `NTA.${"a".repeat(22)}`, "NTA.a.b", "💥.💥"])(
  "refuses the invented cursor %j",
  (cursor) => {
    expect(refuses(cursor)).toBe(true);
  },
);

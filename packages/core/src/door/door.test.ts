import { expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { Scan } from "./door.ts";

const byHand = { seat_pos: id.seat("A-1"), reason: "No phone" };

it.each(["gate", "device", "reason"])("the %s of a scan is one line that can be seen", (field) => {
  const read = (text: string) => Scan.safeParse({ ...byHand, [field]: text });
  expect(read(" Cafe\u0301 ").data).toMatchObject({ [field]: "Caf\u00e9" });
  for (const text of ["", "North\nSouth", "North\u202etuo", "\u200b"]) expect(read(text).success).toBe(false);
});

import { defaultDateStyle } from "@evently/core/format/date-style";
import { SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import type { Verdict } from "../rules/verdict";
import { explainVerdict, nameKnownSeat, nameVerdict } from "./describe-verdict";

const clock = { zone: "Europe/Berlin", style: defaultDateStyle };
const seat_pos = SeatId.parse("A-1");
const entered = { at: "2027-01-14T18:02:00.000Z", gate: "North", device: "Device K7QM" };

test("a second scan is told when, by which gate and device the first one went in", () => {
  const verdict: Verdict = { result: "already_admitted", ticket: { seat_pos }, entered };
  expect(nameVerdict(verdict)).toBe("Already in");
  expect(explainVerdict(verdict, clock)).toBe("Somebody went in with this ticket at 19:02, gate North, Device K7QM.");
});

test("each refusal has one reason of its own", () => {
  const verdicts: Verdict[] = [
    { result: "cancelled", ticket: null },
    { result: "superseded", ticket: null },
    { result: "wrong_event", ticket: null, name: "Carmen" },
    { result: "wrong_event", ticket: null, name: null },
    { result: "forged", ticket: null },
  ];
  expect(new Set(verdicts.map((verdict) => explainVerdict(verdict, clock))).size).toBe(verdicts.length);
});

test("a seat is named as it is printed, and by its key where nothing else is known", () => {
  expect(nameKnownSeat({ seat_pos, section: "Stalls", row_label: "A", seat_label: "1" })).toBe("Stalls, Row A, seat 1");
  expect(nameKnownSeat({ seat_pos })).toBe("Ticket A-1");
});

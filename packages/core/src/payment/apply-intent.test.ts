import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { id } from "../testing/id.ts";
import { applyIntent, type Intent } from "./apply-intent.ts";
import type { GatewayRecord } from "./gateway.ts";

const payment_id = id.payment(1);

function authorizeAs(outcome: "authorized" | "challenged" | "declined"): Intent {
  const reason = outcome === "declined" ? "card_declined" : null;
  return {
    verb: "authorize",
    payment_id,
    event_id: id.event(1),
    holding_id: id.holding(1),
    amount: 4500,
    currency: "USD",
    outcome,
    reason,
  };
}

const authorize = authorizeAs("authorized");
const challenge = authorizeAs("challenged");
const decline = authorizeAs("declined");
const approve: Intent = { verb: "answer_challenge", payment_id, approve: true };
const reject: Intent = { verb: "answer_challenge", payment_id, approve: false };
const capture: Intent = { verb: "capture", payment_id };
const voided: Intent = { verb: "void", payment_id };
/** As the version before wrote it. */
const refund: Intent = { verb: "refund", payment_id };
const part = (n: number, amount: number): Intent => ({
  ...{ verb: "refund", payment_id, amount },
  refund_id: `${payment_id}-r${n}`,
});
const [first, second, third] = [part(1, 1500), part(2, 2000), part(3, 2000)];
const there: Intent = { verb: "refund", payment_id, refund_id: null, amount: 1 };
const intents = [authorize, challenge, decline, approve, reject, capture, voided, refund, first, second, third];
const history = fc.array(fc.constantFrom(...intents), { maxLength: 12 });

/** The payment's state before the first intent and after each. */
function follow(steps: Intent[]): (GatewayRecord | null)[] {
  const stations: (GatewayRecord | null)[] = [null];
  for (const step of steps) stations.push(applyIntent(stations.at(-1) ?? null, step));
  return stations;
}

function end(...steps: Intent[]): string {
  const record = follow(steps).at(-1);
  return record ? `${record.state} ${record.refunded}` : "unknown";
}

describe("one payment, case by case", () => {
  test.each<[string, Intent[], string]>([
    ["authorize, then capture, then refund", [authorize, capture, refund], "captured 4500"],
    ["a refund happens once", [authorize, capture, refund, refund], "captured 4500"],
    ["no refund without a capture", [authorize, refund, first], "authorized 0"],
    ["parts are refunded while something is left", [authorize, capture, first, second, third], "captured 3500"],
    ["a part is refunded once", [authorize, capture, first, second, first], "captured 3500"],
    ["the gateway's own refunds are each for themselves", [authorize, capture, there, there], "captured 2"],
    ["a whole refund of the version before has the first name", [authorize, capture, refund, first], "captured 4500"],
    ["a void before the authorize ends it", [voided, authorize], "voided 0"],
    ["capture after void has no effect", [authorize, voided, capture], "voided 0"],
    ["void after capture has no effect", [authorize, capture, voided], "captured 0"],
    ["what was declined stays declined", [decline, authorize, capture, voided], "declined 0"],
    ["a challenge that was approved can be captured", [challenge, approve, capture], "captured 0"],
    ["a challenge that was refused can't", [challenge, reject, capture], "declined 0"],
    ["nothing is captured before the challenge is answered", [challenge, capture], "challenged 0"],
    ["an approval after the void has no effect", [challenge, voided, approve], "voided 0"],
    ["the first answer to a challenge counts", [challenge, reject, approve], "declined 0"],
    ["capture, refund and answers begin nothing", [capture, refund, approve], "unknown"],
  ])("%s", (_, steps, expected) => {
    expect(end(...steps)).toBe(expected);
  });

  test("a refused challenge has a reason", () => {
    expect(follow([challenge, reject]).at(-1)).toMatchObject({ reason: "challenge_failed" });
  });
});

describe("one payment, whatever happens to it", () => {
  const runs = { numRuns: 5_000 };

  test("is never both captured and voided, and final states stay final", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const states = follow(steps).map((record) => record?.state);
        for (const final of ["captured", "voided", "declined"] as const) {
          const first = states.indexOf(final);
          if (first >= 0) expect(new Set(states.slice(first))).toEqual(new Set([final]));
        }
      }),
      runs,
    );
  });

  test("is refunded only after its capture, never more than it took, and for good", () => {
    fc.assert(
      fc.property(history, (steps) => {
        let refunded = 0;
        for (const record of follow(steps)) {
          if (!record) continue;
          expect(record.refunded).toBeLessThanOrEqual(record.amount);
          expect(record.refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(record.refunded);
          if (record.refunded > 0) expect(record.state).toBe("captured");
          expect(record.refunded).toBeGreaterThanOrEqual(refunded);
          refunded = record.refunded;
        }
      }),
      runs,
    );
  });

  test("is captured only after it was authorized", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const states = follow(steps).map((record) => record?.state);
        const captured = states.indexOf("captured");
        if (captured >= 0) expect(states[captured - 1]).toBe("authorized");
      }),
      runs,
    );
  });

  test("is unchanged by a repeated call, at once or later", () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (steps, which, where) => {
        const stations = follow(steps);
        const effective = steps.flatMap((_, index) => (stations[index] === stations[index + 1] ? [] : index));
        const index = effective[which % Math.max(effective.length, 1)];
        const step = index === undefined ? undefined : steps[index];
        if (index === undefined || !step) return;
        const place = index + 1 + (where % (steps.length - index));
        expect(follow(steps.toSpliced(place, 0, step)).at(-1)).toEqual(stations.at(-1));
      }),
      runs,
    );
  });
});

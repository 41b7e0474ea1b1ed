import { expect, it } from "vitest";
import { OfflineError } from "~/trpc/describe-silence";
import { errorCodes, makeApiError } from "~/trpc/failure.fixture";
import { describePlaceFailure, mayBeHeld } from "./describe-hold-failure";

it("takes seats to be held perhaps only where a request was sent and no answer decides", () => {
  expect(errorCodes.filter((code) => mayBeHeld(makeApiError(code)))).toEqual(["INTERNAL", "UNAVAILABLE"]);
  expect(mayBeHeld(new TypeError("Failed to fetch"))).toBe(true);
  expect(mayBeHeld(new OfflineError())).toBe(false);
});

it("says at once that nothing was held while offline", () => {
  expect(describePlaceFailure(new OfflineError())).toBe(
    "You are offline. Your seats are not held, but they’re still selected.",
  );
});

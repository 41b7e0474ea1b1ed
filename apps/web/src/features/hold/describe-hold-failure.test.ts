import { expect, it } from "vitest";
import { OfflineError, SilentError } from "~/trpc/describe-silence";
import { errorCodes, makeApiError } from "~/trpc/failure.fixture";
import { describePlaceFailure, mayBeHeld, NotSentError } from "./describe-hold-failure";

it("takes seats to be held perhaps only where a request was sent and no answer decides", () => {
  expect(errorCodes.filter((code) => mayBeHeld(makeApiError(code)))).toEqual([
    "IDEMPOTENCY_KEY_IN_USE",
    "INTERNAL",
    "UNAVAILABLE",
  ]);
  expect(mayBeHeld(new TypeError("Failed to fetch"))).toBe(true);
  expect(mayBeHeld(new SilentError())).toBe(true);
  expect(mayBeHeld(new OfflineError())).toBe(false);
  expect(mayBeHeld(new NotSentError(new SilentError()))).toBe(false);
});

it("says that nothing was held while offline", async () => {
  expect(await describePlaceFailure(new OfflineError())).toBe(
    "You are offline. Your seats are not held, but they’re still selected.",
  );
});

it("says why a hold was not sent", async () => {
  expect(await describePlaceFailure(new NotSentError(new SilentError()))).toBe(
    "Evently isn’t answering right now. Your seats are not held, but they’re still selected.",
  );
});

it("says in the table's words what the API answered", async () => {
  expect(await describePlaceFailure(makeApiError("SALE_CLOSED"))).toBe(
    "This event is not on sale right now. Your seats are not held, but they’re still selected.",
  );
});

it("says when a network may hold more, or a newcomer may start", async () => {
  expect(await describePlaceFailure(makeApiError("NETWORK_LIMIT", { retry_after: 61 }))).toBe(
    "Many seats of this event are on hold from your network right now. Your seats are not held, but they’re still selected. Try again in 61 seconds, or from another connection.",
  );
  const refused = new NotSentError(makeApiError("PROOF_REQUIRED", { retry_after: 599, challenge: {} }));
  expect(await describePlaceFailure(refused)).toBe(
    "Many new visitors come from your network at the moment. Your seats are not held, but they’re still selected. Try again in 10 minutes, or from another connection.",
  );
});

import { expect, test } from "vitest";
import { describeFailure } from "~/trpc/describe-failure";
import { errorCodes, makeApiError } from "~/trpc/failure.fixture";
import { organizerWords } from "./organizer-words";

test.each(errorCodes)("%s has whole sentences for an organizer", (code) => {
  const { headline, meaning, action } = describeFailure(makeApiError(code), organizerWords);
  for (const sentence of [headline, meaning, action]) expect(sentence).toMatch(/^[A-Z“].*[.!?]$/);
});

test("after a failure without an answer, what was typed is still there", () => {
  expect(describeFailure(new TypeError("fetch failed"), organizerWords).meaning).toContain("What you typed stays");
  expect(describeFailure(makeApiError("INTERNAL"), organizerWords).action).toContain("r-17");
});

test("names only the first of many seats", () => {
  const seats = Array.from({ length: 10 }, (_, index) => ({
    ...{ section: "Stalls", row_label: "A" },
    seat_label: String(index + 1),
  }));
  expect(describeFailure(makeApiError("LABEL_TAKEN", { seats }), organizerWords).headline).toBe(
    "Two seats would have the same name: Stalls, Row A, seats 1 to 5 and 5 more.",
  );
});

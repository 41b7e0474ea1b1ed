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

import { BookingMailKind, MailState } from "@evently/core/mail";
import { expect, test } from "vitest";
import { describeDelivery, mailStates, mailTitles } from "./describe-mail";

test("every kind has a title and every state a name", () => {
  expect(Object.keys(mailTitles).sort()).toEqual([...BookingMailKind.options].sort());
  expect(mailStates.map(({ state }) => state).sort()).toEqual([...MailState.options].sort());
});

test.each([
  [{ state: "sent", attempts: 2, last_error: null }, "Sent"],
  [{ state: "due", attempts: 0, last_error: null }, "On its way"],
  [{ state: "due", attempts: 1, last_error: "SMTP 451" }, "Tried once, again"],
  [{ state: "due", attempts: 3, last_error: "SMTP 451" }, "Tried 3 times, again"],
  [{ state: "dead", attempts: 1, last_error: "SMTP 550" }, "Not delivered, tried once (SMTP 550)"],
  [{ state: "dead", attempts: 36, last_error: "SMTP 451" }, "Not delivered, tried 36 times (SMTP 451)"],
] as const)("says what became of %o", (mail, words) => {
  expect(describeDelivery(mail)).toBe(words);
});

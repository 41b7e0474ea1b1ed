import type { FieldTexts } from "./field-texts.ts";

export const mailTexts: readonly FieldTexts[] = [
  { owners: ["event.mails"], fields: { state: "Only mails in this state; by default all." } },
  {
    owners: ["EventMail"],
    fields: {
      kind: "What it tells the booking's buyer.",
      state:
        "`due` until it is accepted by the mail server, then `sent`; `dead` if it was refused, or put off for too long.",
      attempts: "How often it was handed over.",
      last_error: "What the mail server said to the last attempt, such as `SMTP 550`; null if it did not fail.",
      at: "When it was sent, when it died, or when it is handed over next.",
    },
  },
];

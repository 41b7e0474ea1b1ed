import type { FieldTexts } from "./field-texts.ts";

export const journalTexts: readonly FieldTexts[] = [
  {
    owners: ["JournalEntry"],
    fields: {
      at: "When it was done.",
      actor_id:
        "The user who did it; `operator` for whoever runs this installation, by a command; null for a job that finished what was decided before.",
      request_id:
        "The request through which it was done, as in the `X-Request-Id` of its answer; a job's own id for what a job did.",
      action: "What was done, as noun and past participle.",
      changes:
        "The fields that changed, by name, each with its value before and after; both null of who an organization is.",
      reason: "Why, if the one who did it said so; else null.",
      revision: "The revision that the change made; null where it made none.",
    },
  },
  {
    owners: ["FieldChange"],
    fields: {
      before: "The value before; null if there was none. Of a long one `{length, sha256}`.",
      after: "The value after; null if it was taken away. Of a long one `{length, sha256}`.",
    },
  },
];

import type { FieldTexts } from "./field-texts.ts";

export const processTexts: readonly FieldTexts[] = [
  {
    owners: ["process.health"],
    fields: {
      status: "`ok`, or `draining` while the process shuts down.",
      service: "The name of this installation, a setting.",
      version: "The version of the API.",
      payments: "Who takes the payments: `stripe`, or `test`, the built-in gateway, which moves no money.",
    },
  },
  {
    owners: ["process.dbTest"],
    fields: {
      status: "`ok`, or `unavailable` if the table didn't answer.",
      table: "The name of the table.",
      latency_ms: "How long one read of the table took, in milliseconds.",
    },
  },
];

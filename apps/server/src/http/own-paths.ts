import type { OwnPath } from "@evently/api/openapi/describe-api";
import * as z from "zod/mini";

const Health = z.object({
  status: z.enum(["ok", "draining"]),
  service: z.string(),
  version: z.string(),
  payments: z.string(),
});
export type Health = z.infer<typeof Health>;

/** `latency_ms` is the duration of one table read. */
const TableTest = z.object({ status: z.enum(["ok", "unavailable"]), table: z.string(), latency_ms: z.number() });
export type TableTest = z.infer<typeof TableTest>;

/** Paths served without a procedure. */
export const ownPaths: readonly OwnPath[] = [
  {
    path: "/health",
    name: "process.health",
    summary: "Whether this process accepts requests",
    answers: {
      200: ["It accepts requests.", Health],
      503: ["It is shutting down: it finishes what is under way and accepts nothing new.", Health],
    },
    errors: [],
  },
  {
    path: "/db-test",
    name: "process.dbTest",
    summary: "Whether the table answers, and how fast, for its operator",
    answers: { 200: ["It answers.", TableTest], 503: ["It does not.", TableTest] },
    errors: ["NOT_FOUND", "RATE_LIMITED", "INTERNAL"],
  },
];

/** Where a payment gateway sends its webhooks: no path for whoever uses the API. */
export const webhookPath = "/webhooks/stripe";

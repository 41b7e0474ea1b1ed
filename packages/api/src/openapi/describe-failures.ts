import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import { replayedHeader } from "../middleware/idempotency-headers.ts";
import type { Schemas } from "./collect-schemas.ts";
import { everyAnswer, type HeaderName, withHeaders } from "./describe-headers.ts";
import type { JsonSchema } from "./json-schema.ts";
import { type Response, toResponse } from "./to-response.ts";

/** The responses for these error codes, one per status; each code's body is a component. */
export function describeFailures(schemas: Schemas, codes: readonly ErrorCode[]): Record<string, Response> {
  const statuses = new Set(codes.map((code) => errorRegistry[code].status));
  const described = [...statuses].map((status) => {
    const group = codes.filter((code) => errorRegistry[code].status === status);
    return withHeaders({ [status]: describeFailure(schemas, group) }, listHeaders(group));
  });
  return Object.assign({}, ...described);
}

function listHeaders(codes: readonly ErrorCode[]): HeaderName[] {
  const headers: HeaderName[] = [...everyAnswer];
  if (codes.includes("RATE_LIMITED")) headers.push("Retry-After");
  // The one failure that is stored for replays: it has written something.
  if (codes.includes("PAYMENT_DECLINED")) headers.push(replayedHeader);
  return headers;
}

function describeFailure(schemas: Schemas, codes: readonly ErrorCode[]): Response {
  const description = codes.map((code) => `\`${code}\`: ${errorRegistry[code].text}`).join("\n\n");
  const bodies = codes.map((code) => describeBody(schemas, code));
  const mapping = Object.fromEntries(codes.map((code, i) => [code, bodies[i]?.$ref]));
  const [only, second] = bodies;
  const schema = only && !second ? only : { oneOf: bodies, discriminator: { propertyName: "error_code", mapping } };
  return toResponse(description, schema);
}

function describeBody(schemas: Schemas, code: ErrorCode): JsonSchema {
  const { text, details } = errorRegistry[code];
  return schemas.add(code, {
    type: "object",
    properties: {
      error: { type: "string", examples: [text] },
      error_code: { const: code },
      details: schemas.refer(details, "output", `${code}.details`),
    },
    required: ["error", "error_code", "details"],
    additionalProperties: false,
  });
}

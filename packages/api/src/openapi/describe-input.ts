import { IdempotencyKey } from "@evently/core/idempotency";
import type { $ZodType } from "zod/v4/core";
import { keyHeader, replayedHeader } from "../middleware/idempotency-headers.ts";
import { proofHeader } from "../middleware/proof-header.ts";
import { revisionHeader, takesIfMatch } from "../rest/if-match.ts";
import type { RestProcedure } from "../rest/list-routes.ts";
import { takesBody } from "../rest/rest-route.ts";
import type { Schemas } from "./collect-schemas.ts";
import { bodyExamples, pathExamples } from "./examples.ts";
import { findFieldText } from "./field-texts/find-field-text.ts";
import type { JsonSchema } from "./json-schema.ts";

type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string | undefined;
  schema: JsonSchema;
  example?: string;
};

type Body = { schema: JsonSchema; example?: object };

/** The parts of a request that carry its input. */
export type RequestParts = {
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: { "application/json": Body } };
};

/** The header that identifies retries of a change. */
export function describeKey(schemas: Schemas): Parameter {
  const description =
    "A unique value of your own for this request. Sent again with it within a day, the same request gets the first answer, " +
    `marked ${replayedHeader}: true, and nothing is done twice.`;
  const schema = schemas.refer(IdempotencyKey, "input", keyHeader);
  return { name: keyHeader, in: "header", required: false, description, schema };
}

/** The header that may carry a change's `revision`. */
export function describeIfMatch(): Parameter {
  const description =
    'The `revision` that this change is made from, in quotes: `"5"`. It takes the place of the field `revision`; one of the two is ' +
    "needed. Where that revision is not the current one, the answer is 409 `REVISION_CONFLICT`. The `ETag` of a GET is no revision.";
  const schema = { type: "string", pattern: '^"(0|[1-9]\\d{0,14})"$' };
  return { name: revisionHeader, in: "header", required: false, description, schema };
}

/** The header that carries a proof of work. */
export function describeProof(): Parameter {
  const description =
    "Only where an answer was 429 `PROOF_REQUIRED`: base64 of `{challenge, solution}`, the challenge of that answer as it came and a " +
    "solution as altcha-lib's `solveChallenge` gives it. It is good once, for two minutes, and for the network that was asked.";
  const schema = { type: "string", maxLength: 4_096 };
  return { name: proofHeader, in: "header", required: false, description, schema };
}

/** Splits an input schema into path parameters and, for the rest, query parameters or the body. */
export function describeInput(
  schemas: Schemas,
  input: $ZodType,
  route: Pick<RestProcedure, "name" | "rest">,
): RequestParts {
  const { name, rest } = route;
  const whole = schemas.inline(input, "input", name);
  const mayLack = (field: string) => field === "revision" && takesIfMatch(rest, input);
  const required = ((whole.required ?? []) as string[]).filter((field) => !mayLack(field));
  const fields = Object.entries((whole.properties ?? {}) as Record<string, JsonSchema>);
  const isInPath = (field: string) => rest.path.includes(`{${field}}`);
  const toParameter = ([field, { description: _, ...schema }]: [string, JsonSchema]): Parameter => ({
    name: field,
    in: isInPath(field) ? "path" : "query",
    required: required.includes(field),
    description: findFieldText(name, field),
    schema,
    ...(isInPath(field) && pathExamples[field] ? { example: pathExamples[field] } : {}),
  });
  if (!takesBody(rest)) return { parameters: fields.map(toParameter) };

  const parameters = fields.filter(([field]) => isInPath(field)).map(toParameter);
  const sent = fields.filter(([field]) => !isInPath(field));
  if (sent.length === 0) return { parameters };
  const needed = required.filter((field) => !isInPath(field));
  const schema = { ...whole, properties: Object.fromEntries(sent), required: needed };
  const example = bodyExamples[name];
  const body = { schema, ...(example ? { example } : {}) };
  return { parameters, requestBody: { required: needed.length > 0, content: { "application/json": body } } };
}

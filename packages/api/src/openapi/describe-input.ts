import { IdempotencyKey } from "@evently/core/idempotency";
import type { $ZodType } from "zod/v4/core";
import { keyHeader, replayedHeader } from "../middleware/idempotency-headers.ts";
import { revisionHeader, takesIfMatch } from "../rest/if-match.ts";
import { type RestRoute, takesBody } from "../rest/rest-route.ts";
import type { JsonSchema, Schemas } from "./collect-schemas.ts";

type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
};

/** The parts of a request that carry its input. */
export type RequestParts = {
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: { "application/json": { schema: JsonSchema } } };
};

/** The header that identifies retries of a change. */
export function describeKey(schemas: Schemas): Parameter {
  const description =
    "A unique value of your own for this request. Sent again with it within a day, the same request gets the first answer, " +
    `marked ${replayedHeader}: true, and nothing is done twice.`;
  const schema = schemas.refer(IdempotencyKey, "input");
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

/** Splits an input schema into path parameters and, for the rest, query parameters or the body of a POST or PATCH. */
export function describeInput(schemas: Schemas, input: $ZodType, rest: RestRoute): RequestParts {
  const { method, path } = rest;
  const whole = schemas.inline(input, "input");
  const mayLack = (name: string) => name === "revision" && takesIfMatch(rest, input);
  const required = ((whole.required ?? []) as string[]).filter((name) => !mayLack(name));
  const fields = Object.entries((whole.properties ?? {}) as Record<string, JsonSchema>);
  const isInPath = (name: string) => path.includes(`{${name}}`);
  const toParameter = ([name, schema]: [string, JsonSchema]): Parameter => ({
    name,
    in: isInPath(name) ? "path" : "query",
    required: required.includes(name),
    schema,
  });
  if (!takesBody(method)) return { parameters: fields.map(toParameter) };

  const parameters = fields.filter(([name]) => isInPath(name)).map(toParameter);
  const sent = fields.filter(([name]) => !isInPath(name));
  if (sent.length === 0) return { parameters };
  const needed = required.filter((name) => !isInPath(name));
  const schema =
    parameters.length === 0
      ? schemas.refer(input, "input")
      : { ...whole, properties: Object.fromEntries(sent), required: needed };
  return { parameters, requestBody: { required: needed.length > 0, content: { "application/json": { schema } } } };
}

import type { $ZodType, $ZodTypes } from "zod/v4/core";
import { replayedHeader } from "../middleware/idempotency-headers.ts";
import { takesIfMatch } from "../rest/if-match.ts";
import type { RestProcedure } from "../rest/list-routes.ts";
import { shapeOf } from "../rest/shape-of.ts";
import type { Schemas } from "./collect-schemas.ts";
import { describeFailures } from "./describe-failures.ts";
import { everyAnswer, type HeaderName, withHeaders } from "./describe-headers.ts";
import { describeIfMatch, describeInput, describeKey, describeProof, type RequestParts } from "./describe-input.ts";
import type { JsonSchema } from "./json-schema.ts";
import { listErrors, takesKey } from "./list-errors.ts";
import { operationTexts } from "./operation-texts.ts";
import { type Response, toResponse } from "./to-response.ts";

export type Operation = RequestParts & {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security: Record<string, string[]>[];
  responses: Record<string, Response>;
};

/** A procedure as an OpenAPI operation, with its tRPC name as operationId. */
export function describeRoute(schemas: Schemas, route: RestProcedure): Operation {
  const { name, rest, isSignedIn, input } = route;
  const description = operationTexts[name];
  const parts: RequestParts = input ? describeInput(schemas, input, route) : {};
  const headers = [
    ...(takesIfMatch(rest, input) ? [describeIfMatch()] : []),
    ...(takesKey(route) ? [describeKey(schemas)] : []),
    ...(rest.errors.includes("PROOF_REQUIRED") ? [describeProof()] : []),
  ];
  const parameters = [...(parts.parameters ?? []), ...headers];
  return {
    operationId: name,
    summary: rest.summary,
    ...(description ? { description } : {}),
    tags: [name.replace(/\..*/, "")],
    security: [...(isSignedIn ? [] : [{}]), { bearer: [] }, { cookie: [] }],
    ...parts,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      ...withHeaders(describeAnswers(schemas, route), listHeaders(route)),
      ...(rest.cacheSeconds ? withHeaders({ 304: { description: texts[304] } }, [...everyAnswer, "ETag"]) : {}),
      ...describeFailures(schemas, listErrors(route)),
    },
  };
}

/** The headers of a success. */
function listHeaders(route: RestProcedure): HeaderName[] {
  const headers: HeaderName[] = [...everyAnswer];
  if (route.rest.cacheSeconds) headers.push("ETag");
  if (route.rest.mediaType) headers.push("Content-Disposition");
  if (takesKey(route)) headers.push(replayedHeader);
  return headers;
}

const texts = {
  200: "Success.",
  201: "Created.",
  202: "Accepted; the rest follows after this answer.",
  204: "Success, without a body.",
  304: "Not modified since the answer with this ETag.",
};

/** A response that requires an action has its own status. */
function describeAnswers(schemas: Schemas, { name, rest, output }: RestProcedure): Record<string, Response> {
  const { status = 200, pending, mediaType } = rest;
  if (status === 204) return { 204: { description: texts[204] } };
  if (!output) throw new Error(`${name} does not say what it answers: give it an output schema.`);
  if (pending === undefined)
    return { [status]: toResponse(texts[status], schemas.refer(output, "output", name), mediaType) };
  const options = optionsOf(output);
  const isPending = (option: $ZodType) => "next_action" in shapeOf(option);
  return {
    [status]: toResponse(
      texts[status],
      describeOneOf(
        schemas,
        options.filter((option) => !isPending(option)),
        name,
      ),
    ),
    [pending]: toResponse(
      "Requires an action before the request is sent again.",
      describeOneOf(schemas, options.filter(isPending), name),
    ),
  };
}

function describeOneOf(schemas: Schemas, options: readonly $ZodType[], name: string): JsonSchema {
  const described = options.map((option) => schemas.refer(option, "output", name));
  return described[0] && described.length === 1 ? described[0] : { oneOf: described };
}

function optionsOf(schema: $ZodType): readonly $ZodType[] {
  const { def } = (schema as $ZodTypes)._zod;
  return def.type === "union" ? def.options : [schema];
}

import type { ErrorCode } from "@evently/core/errors";
import type { $ZodType } from "zod/v4/core";
import { cookieName } from "../middleware/session-cookie.ts";
import { listRoutes } from "../rest/list-routes.ts";
import { collectSchemas, type Schemas } from "./collect-schemas.ts";
import { describeFailures } from "./describe-failures.ts";
import { everyAnswer, responseHeaders, withHeaders } from "./describe-headers.ts";
import { describeRoute, type Operation } from "./describe-route.ts";
import type { JsonSchema } from "./json-schema.ts";
import { operationTexts } from "./operation-texts.ts";
import { type Response, toResponse } from "./to-response.ts";

type OpenApi = {
  openapi: string;
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    headers: typeof responseHeaders;
    securitySchemes: Record<string, JsonSchema>;
  };
};

/** A GET path served without a procedure: its body by status. */
export type OwnPath = {
  path: string;
  name: string;
  summary: string;
  answers: Record<number, [string, $ZodType]>;
  errors: readonly ErrorCode[];
};

const description = `
Every failure is \`{error, error_code, details}\`; each route lists the codes it can return. Unknown fields are refused.
Lists return \`{items, next_cursor}\`; a cursor is only valid for the list, the filters and the caller it was given to.
Amounts are integers in the minor unit that ISO 4217 gives a currency (15000 in USD is 150.00, in JPY 15000, in KWD 15.000), instants are ISO 8601, in requests with any offset and in answers in UTC, and \`hold_ttl\` is in epoch seconds.
A booking's \`payment_status\` may be \`authorized\` first and \`captured\` a moment later: treat both as paid.
`.trim();

/** The REST API as OpenAPI 3.1, generated from the schemas and error lists that the procedures use. */
export function describeApi({ version, own = [] }: { version: string; own?: readonly OwnPath[] }): OpenApi {
  const schemas = collectSchemas();
  const paths: OpenApi["paths"] = {};
  for (const route of listRoutes()) {
    const { path, method } = route.rest;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeRoute(schemas, route) };
  }
  for (const route of own) paths[route.path] = { get: describeOwnPath(schemas, route) };
  return {
    openapi: "3.1.1",
    info: { title: "Evently API", version, description, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "./" }],
    paths,
    components: {
      schemas: schemas.components,
      headers: responseHeaders,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A session's token." },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: cookieName,
          description: "The session of a browser on the site.",
        },
      },
    },
  };
}

function describeOwnPath(schemas: Schemas, { name, summary, answers, errors }: OwnPath): Operation {
  const described = Object.entries(answers).map(([status, [text, schema]]): [string, Response] => [
    status,
    toResponse(text, schemas.refer(schema, "output", name)),
  ]);
  const description = operationTexts[name];
  // /health is answered before a request gets its id.
  const headers = errors.length > 0 ? everyAnswer : (["Cache-Control"] as const);
  return {
    operationId: name,
    summary,
    ...(description ? { description } : {}),
    tags: ["process"],
    security: [],
    responses: { ...withHeaders(Object.fromEntries(described), headers), ...describeFailures(schemas, errors) },
  };
}

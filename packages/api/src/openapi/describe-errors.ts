import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import { listRoutes, type RestProcedure } from "../rest/list-routes.ts";
import { collectSchemas, type JsonSchema } from "./collect-schemas.ts";
import { everywhere } from "./list-errors.ts";

const opening = `# Errors

Written from [errors.ts](../packages/core/src/errors.ts) by \`npm run errors\`; change it there.

Every failure is answered as \`{"error": sentence, "error_code": code, "details": {…}}\`, over tRPC as \`error.data.failure\`. Branch
on the code: the sentence may be a better one where the case deserves it.
`;

const closing = `## Where they can occur

Any route can answer ${listCodes(everywhere)}. One with a body can answer \`MALFORMED_JSON\`; one
that asks for a session \`SIGN_IN_REQUIRED\`; a change \`CROSS_ORIGIN_REFUSED\` and \`BODY_TOO_LARGE\`; a POST
that asks for a session \`IDEMPOTENCY_KEY_IN_USE\` and \`IDEMPOTENCY_KEY_REUSED\`, where it carries a key; a path with a name in
it \`NOT_FOUND\`. Beside these:

| route | codes |
|---|---|
`;

/** Renders the error registry as Markdown: the meaning and details of each code, and the routes that return it. */
export function describeErrors(): string {
  const codes = Object.keys(errorRegistry) as ErrorCode[];
  const statuses = [...new Set(codes.map((code) => errorRegistry[code].status))].sort((a, b) => a - b);
  const sections = statuses.map((status) => {
    const rows = codes.filter((code) => errorRegistry[code].status === status).map(describeError);
    return [`## ${status}\n`, "| code | meaning | details |", "|---|---|---|", ...rows, ""].join("\n");
  });
  const routes = listRoutes().filter(({ rest }) => rest.errors.length > 0);
  return `${[opening, ...sections, closing].join("\n")}${routes.map(describeRoute).join("\n")}\n`;
}

function describeError(code: ErrorCode): string {
  const { text, details } = errorRegistry[code];
  return `| \`${code}\` | ${text} | ${describeFields(collectSchemas().refer(details, "output"))} |`;
}

function describeFields({ properties = {} }: JsonSchema): string {
  const fields = Object.entries(properties as Record<string, JsonSchema>);
  return fields.map(([name, schema]) => `\`${name}\`: ${describeType(schema)}`).join(", ");
}

function describeType({ type, items, anyOf, $ref }: JsonSchema): string {
  if (anyOf) return (anyOf as JsonSchema[]).map(describeType).join(" or ");
  if (type === "array") return `list of ${describeType(items as JsonSchema)}`;
  if ($ref) return `\`${String($ref).replace(/.*\//, "")}\``;
  return [type].flat().join(" or ");
}

function describeRoute({ rest: { method, path, errors } }: RestProcedure): string {
  return `| ${method} ${path} | ${listCodes(errors)} |`;
}

function listCodes(codes: readonly ErrorCode[]): string {
  return codes.map((code) => `\`${code}\``).join(", ");
}

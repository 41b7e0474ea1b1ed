import { keyHeader, replayedHeader } from "../middleware/idempotency-headers.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { Response } from "./to-response.ts";

type Header = { description: string; required: boolean; schema: JsonSchema };

/** The headers of responses, as components. `required` ones are in each response that names them. */
export const responseHeaders = {
  "X-Request-Id": {
    description:
      "The id of this request, as in the server's logs and in the details of `INTERNAL`. Name it when you report a fault.",
    required: true,
    schema: { type: "string", format: "uuid" },
  },
  "Cache-Control": {
    description:
      "`public, max-age=` seconds for a public answer to a request without a token and a cookie; else `no-store`, with " +
      "`private` where the request had one.",
    required: true,
    schema: { type: "string" },
  },
  ETag: {
    description:
      "Of an answer that may be cached: send it back in `If-None-Match`, and while nothing has changed the answer is 304 without a body.",
    required: false,
    schema: { type: "string", examples: ['"2jmj7l5rSw0yVb_vlWAYkK_YBwk"'] },
  },
  [replayedHeader]: {
    description: `\`true\` if this is the first answer to the same request, given once more to its \`${keyHeader}\`; absent otherwise.`,
    required: false,
    schema: { type: "string", enum: ["true"] },
  },
  "Retry-After": {
    description: "Seconds to wait before the next request.",
    required: false,
    schema: { type: "string", pattern: "^\\d+$" },
  },
  "Content-Disposition": {
    description: "`attachment`, with the name of the file.",
    required: true,
    schema: { type: "string" },
  },
} as const satisfies Record<string, Header>;

export type HeaderName = keyof typeof responseHeaders;

/** The headers of every response, a failure's too. */
export const everyAnswer = ["X-Request-Id", "Cache-Control"] as const satisfies HeaderName[];

/** The responses, each with references to these headers. */
export function withHeaders(
  responses: Record<string, Response>,
  names: readonly HeaderName[],
): Record<string, Response> {
  const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  const entries = Object.entries(responses).map(([status, response]) => [status, { ...response, headers }]);
  return Object.fromEntries(entries);
}

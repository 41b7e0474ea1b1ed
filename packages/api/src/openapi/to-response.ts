import type { JsonSchema } from "./json-schema.ts";

export type Response = {
  description: string;
  /** References to components, by name. */
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema: JsonSchema }>;
};

export function toResponse(description: string, schema: JsonSchema, mediaType = "application/json"): Response {
  return { description, content: { [mediaType]: { schema } } };
}

import type { JsonSchema } from "./collect-schemas.ts";

export type Response = { description: string; content?: Record<string, { schema: JsonSchema }> };

export function toResponse(description: string, schema: JsonSchema, mediaType = "application/json"): Response {
  return { description, content: { [mediaType]: { schema } } };
}

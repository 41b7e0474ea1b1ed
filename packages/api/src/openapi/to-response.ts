import type { JsonSchema } from "./collect-schemas.ts";

export type Response = { description: string; content?: { "application/json": { schema: JsonSchema } } };

export function toResponse(description: string, schema: JsonSchema): Response {
  return { description, content: { "application/json": { schema } } };
}

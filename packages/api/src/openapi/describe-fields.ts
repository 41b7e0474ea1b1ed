import { findFieldText } from "./field-texts/find-field-text.ts";
import type { JsonSchema } from "./json-schema.ts";

/**
 * The schema with a description of each field. `owner` is the name of the object it stands in: of its schema, or for one
 * without a name of its operation, with the fields that lead to it, as in `EventPage.venue`.
 */
export function describeFields(owner: string, schema: JsonSchema): JsonSchema {
  const described = Object.entries(schema).map(([keyword, value]) => {
    return [keyword, describeKeyword(String(schema.title ?? owner), keyword, value)] as const;
  });
  return Object.fromEntries(described);
}

function describeKeyword(owner: string, keyword: string, value: unknown): unknown {
  if (keyword === "properties") return describeProperties(owner, value as Record<string, JsonSchema>);
  if (!within.includes(keyword)) return value;
  if (Array.isArray(value)) return value.map((option: JsonSchema) => describeFields(owner, option));
  return typeof value === "object" && value !== null ? describeFields(owner, value as JsonSchema) : value;
}

/** The keywords whose schemas describe the same value, or the entries of a list or a map. */
const within = ["items", "additionalProperties", "anyOf", "oneOf", "allOf"];

function describeProperties(owner: string, properties: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const described = Object.entries(properties).map(([field, schema]): [string, JsonSchema] => {
    const description = findFieldText(owner, field);
    return [field, { ...(description ? { description } : {}), ...describeFields(`${owner}.${field}`, schema) }];
  });
  return Object.fromEntries(described);
}

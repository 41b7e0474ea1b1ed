import type { JsonSchema } from "../openapi/json-schema.ts";

type Field = { owner: string; field: string; description: unknown };

/** Every field of a schema, its own and those within, each with its owner's name; those of components are theirs. */
function listFields(owner: string, schema: JsonSchema): Field[] {
  const own = String(schema.title ?? owner);
  const { properties = {}, items, additionalProperties, anyOf, oneOf } = schema as Record<string, object | undefined>;
  const within = [items, additionalProperties, anyOf, oneOf].flat().filter((value) => typeof value === "object");
  return [
    ...Object.entries(properties as Record<string, JsonSchema>).flatMap(([field, value]) => [
      { owner: own, field, description: value.description },
      ...listFields(`${own}.${field}`, value),
    ]),
    ...within.flatMap((value) => listFields(own, value as JsonSchema)),
  ];
}

type Described = {
  operationId: string;
  parameters?: { name: string; in: string; description?: string }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
};

/** Every field that a request or an answer of the document has, parameters included. */
export function listDocumentFields(document: {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, JsonSchema> };
}): Field[] {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const sent = operations.flatMap(({ operationId, parameters = [], requestBody, responses }) => [
    ...parameters.map(({ name, description }) => ({ owner: operationId, field: name, description })),
    ...[requestBody, ...Object.values(responses)].flatMap((part) =>
      Object.values(part?.content ?? {}).flatMap(({ schema }) => listFields(operationId, schema)),
    ),
  ]);
  return [
    ...sent,
    ...Object.entries(document.components.schemas).flatMap(([name, schema]) => listFields(name, schema)),
  ];
}

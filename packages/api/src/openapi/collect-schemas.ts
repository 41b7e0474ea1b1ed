import * as analytics from "@evently/core/analytics";
import * as booking from "@evently/core/booking";
import * as errors from "@evently/core/errors";
import * as event from "@evently/core/event";
import * as hold from "@evently/core/hold";
import * as ids from "@evently/core/ids";
import * as payment from "@evently/core/payment";
import * as seat from "@evently/core/seat";
import * as time from "@evently/core/time";
import * as user from "@evently/core/user";
import * as venue from "@evently/core/venue";
import { $ZodRegistry, $ZodType, toJSONSchema } from "zod/v4/core";

export type JsonSchema = Record<string, unknown>;

/** `input` schemas describe requests, `output` schemas responses: they differ in which fields are optional. */
type Way = "input" | "output";

type Defs = Record<string, JsonSchema>;

export type Schemas = {
  /** A reference if the schema has a name, otherwise the schema itself. */
  refer(schema: $ZodType, way: Way): JsonSchema;
  /** The schema itself, with references inside. */
  inline(schema: $ZodType, way: Way): JsonSchema;
  add(name: string, schema: JsonSchema): JsonSchema;
  /** All referenced schemas by name. */
  components: Record<string, JsonSchema>;
};

/** Schemas are named after the exports of core's modules. */
const names = new $ZodRegistry<{ id: string }>();
for (const [id, value] of [analytics, booking, errors, event, hold, ids, payment, seat, time, user, venue].flatMap(
  Object.entries,
)) {
  if (value instanceof $ZodType) names.add(value, { id });
}

/** Converts zod schemas into JSON Schema 2020-12 and collects the named ones as OpenAPI components. */
export function collectSchemas(): Schemas {
  const components: Record<string, JsonSchema> = {};

  function add(name: string, schema: JsonSchema): JsonSchema {
    const known = components[name];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`${name} is one shape when sent and another when answered: give one of them a name of its own.`);
    }
    components[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  }

  function refer(schema: $ZodType, way: Way): JsonSchema {
    const { $schema, $defs = {}, ...rest } = toComponentRefs(convert(schema, way));
    for (const [name, within] of Object.entries($defs as Defs)) add(name, within);
    return rest;
  }

  function inline(schema: $ZodType, way: Way): JsonSchema {
    const { $schema, $defs = {}, ...rest } = toComponentRefs(convert(schema, way));
    const { [names.get(schema)?.id ?? ""]: own = rest, ...others } = $defs as Defs;
    for (const [name, within] of Object.entries(others)) add(name, within);
    return own;
  }

  return { refer, inline, add, components };
}

const convert = (schema: $ZodType, io: Way) => toJSONSchema(schema, { metadata: names, io, override });

/** Omits the bounds of integers that are only JavaScript's own. */
function override({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function toComponentRefs(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

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

/** `input` is what a caller may send, `output` what is answered: they differ in what may be left out. */
type Way = "input" | "output";

type Defs = Record<string, JsonSchema>;

export type Schemas = {
  /** The schema by reference where it has a name, else in place. */
  refer(schema: $ZodType, way: Way): JsonSchema;
  /** The schema itself, in place; those within it by reference. */
  inline(schema: $ZodType, way: Way): JsonSchema;
  add(name: string, schema: JsonSchema): JsonSchema;
  /** Every schema that was referred to, by name. */
  components: Record<string, JsonSchema>;
};

/** A schema is called as the noun's file that exports it calls it. */
const names = new $ZodRegistry<{ id: string }>();
for (const [id, value] of [analytics, booking, errors, event, hold, ids, payment, seat, time, user, venue].flatMap(
  Object.entries,
)) {
  if (value instanceof $ZodType) names.add(value, { id });
}

/** Turns zod's schemas into JSON Schema 2020-12 and gathers those with a name as OpenAPI's components. */
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

/** A whole number's bounds are not said where they are only those of the language. */
function override({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function toComponentRefs(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

import * as accounting from "@evently/core/accounting";
import * as admission from "@evently/core/admission";
import * as analytics from "@evently/core/analytics";
import * as booking from "@evently/core/booking";
import * as boxOffice from "@evently/core/box-office";
import * as door from "@evently/core/door";
import * as doorKey from "@evently/core/door-key";
import * as errors from "@evently/core/errors";
import * as event from "@evently/core/event";
import * as policy from "@evently/core/event/policy";
import * as userExport from "@evently/core/export/user-export";
import * as hold from "@evently/core/hold";
import * as ids from "@evently/core/ids";
import * as invoice from "@evently/core/invoice";
import * as journal from "@evently/core/journal";
import * as mail from "@evently/core/mail";
import * as organization from "@evently/core/organization";
import * as payment from "@evently/core/payment";
import * as refund from "@evently/core/refund";
import * as search from "@evently/core/search";
import * as seat from "@evently/core/seat";
import * as series from "@evently/core/series/copied-events";
import * as signIn from "@evently/core/sign-in";
import * as ticket from "@evently/core/ticket";
import * as time from "@evently/core/time";
import * as user from "@evently/core/user";
import * as venue from "@evently/core/venue";
import { $ZodRegistry, $ZodType, toJSONSchema } from "zod/v4/core";
import { describeFields } from "./describe-fields.ts";
import type { JsonSchema } from "./json-schema.ts";

/** `input` schemas describe requests, `output` schemas responses: they differ in which fields are optional. */
type Way = "input" | "output";

type Defs = Record<string, JsonSchema>;

/** `owner` is where an object without a name stands, to find the texts of its fields. */
export type Schemas = {
  /** A reference if the schema has a name, otherwise the schema itself. */
  refer(schema: $ZodType, way: Way, owner: string): JsonSchema;
  /** The schema itself, with references inside. */
  inline(schema: $ZodType, way: Way, owner: string): JsonSchema;
  add(name: string, schema: JsonSchema): JsonSchema;
  /** All referenced schemas by name. */
  components: Record<string, JsonSchema>;
};

/** Schemas are named after the exports of core's modules. */
const names = new $ZodRegistry<{ id: string }>();
/** What has no fields is one shape however it is sent. */
const plainNames = new $ZodRegistry<{ id: string }>();
const nouns = [
  accounting,
  analytics,
  booking,
  admission,
  boxOffice,
  door,
  doorKey,
  errors,
  event,
  hold,
  ids,
  invoice,
  journal,
  mail,
  organization,
  payment,
  refund,
  policy,
  search,
  seat,
  series,
  signIn,
  ticket,
  time,
  user,
  userExport,
  venue,
];
for (const [id, value] of nouns.flatMap(Object.entries)) {
  if (!(value instanceof $ZodType)) continue;
  names.add(value, { id });
  if (value._zod.def.type !== "object") plainNames.add(value, { id });
}

/** Converts zod schemas into JSON Schema 2020-12, says what each field means, and collects the named ones as components. */
export function collectSchemas(): Schemas {
  const components: Record<string, JsonSchema> = {};

  function add(name: string, schema: JsonSchema): JsonSchema {
    const described = describeFields(name, schema);
    const known = components[name];
    if (known && JSON.stringify(known) !== JSON.stringify(described)) {
      throw new Error(`${name} names two shapes: give one of them a name of its own.`);
    }
    components[name] = described;
    return { $ref: `#/components/schemas/${name}` };
  }

  function refer(schema: $ZodType, way: Way, owner: string): JsonSchema {
    const { $schema, $defs = {}, ...rest } = toComponentRefs(convert(schema, way));
    for (const [name, within] of Object.entries($defs as Defs)) add(name, within);
    return describeFields(owner, rest);
  }

  function inline(schema: $ZodType, way: Way, owner: string): JsonSchema {
    const { $schema, $defs = {}, ...rest } = toComponentRefs(convert(schema, way));
    const id = names.get(schema)?.id ?? "";
    const { [id]: own = rest, ...others } = $defs as Defs;
    for (const [name, within] of Object.entries(others)) add(name, within);
    return describeFields(id || owner, own);
  }

  return { refer, inline, add, components };
}

/**
 * Objects that are sent are no components: generators make a field with a default required in a component, and optional
 * in a request. Their names stay as titles.
 */
function convert(schema: $ZodType, io: Way) {
  return toJSONSchema(schema, {
    metadata: io === "input" ? plainNames : names,
    io,
    override({ zodSchema, jsonSchema }) {
      omitOwnBounds(jsonSchema);
      const { id } = (io === "input" && names.get(zodSchema)) || {};
      if (id && !plainNames.has(zodSchema)) jsonSchema.title = id;
    },
  });
}

/** Omits the bounds of integers that are only JavaScript's own. */
function omitOwnBounds(jsonSchema: JsonSchema): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function toComponentRefs(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

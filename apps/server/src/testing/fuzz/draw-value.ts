import fc from "fast-check";

export type JsonSchema = Record<string, unknown>;

type ApiSurface = { refer(name: string): JsonSchema; pools: Map<string, { id: string }[]> };

const addresses = [
  ...Array<string>(9).fill("https://maps.example.org/hall"),
  "http://example.org",
  "javascript:alert(1)",
];

/** Meaningful values in the story's venues, by field name. */
const words: Record<string, string[]> = {
  seats: ["A", "B"].flatMap((row) => [1, 2, 3, 8, 9, 14, 15].map((n) => `${row}-${n}`)).concat("C-1"),
  from: ["A-1", "A-2", "A-3", "B-1"],
  to: ["A-14", "A-15", "B-14", "B-15"],
  row: ["A", "B", "C", "BALA"],
  seat_type: [...Array<string>(9).fill("Stalls"), "Box"],
  seat_types: ["Stalls", "Box"],
  seat_type_prices: [...Array<string>(9).fill("Stalls"), "Box"],
  timezone: ["UTC", "America/New_York", "Pacific/Chatham"],
  token: ["tok_visa", "tok_visa", "tok_chargeDeclined", "tok_challenge", "tok_charge_then_lost", "tok_", "constructor"],
  search: ["concert", "Test", "koncert"],
  map_url: addresses,
};

const instants = [
  ...Array.from({ length: 8 }, (_, i) => `20${30 + i}-06-01T20:00:00Z`),
  ...["2027-06-01T00:00:00.123Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2035-06-01T20:00:00+01:00"],
];
const dates = ["2020-01-01", "2027-02-28", "2028-02-29", "0000-01-01", "9999-12-31"];

const text = fc.string({ maxLength: 30 });
/** All scripts, and lone surrogates. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat({ max: 0x24ff }), fc.nat({ max: 0x10ffff })), { maxLength: 20 })
  .map((points) => String.fromCodePoint(...points));

/** Values that are invalid for any field. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    " ",
    "\0",
    "A\0B",
    "__proto__",
    "constructor",
    "\ud800",
    "🎟️".repeat(60),
    "﷽",
  ),
  fc.constantFrom<unknown>(-1, 0, -0.5, 0.1 + 0.2, 5e-324, 1e308, 2 ** 53, [], {}, [[]], [null], { seats: null }),
  fc.constantFrom("x".repeat(10_000), "event-00000", "event-99999999999999999999", "A-0", "a-1", "A-1\n", "2027-02-29"),
  fc.constantFrom(
    "2027-02-30T00:00:00Z",
    "2027-01-01T24:00:00Z",
    "9999-12-31T23:59:59-01:00",
    "2027-01-01T00:00:60Z",
    "2027-01-01",
    "+275760-09-13",
  ),
  anyText,
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values of a JSON Schema, with any part of them invalid now and then; ids are known ones if there are any. */
export function drawValue(known: ApiSurface, schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: drawFitting(known, schema, name) }, { weight: 1, arbitrary: odd });
}

function drawFitting(known: ApiSurface, schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  if (schema.$ref) return drawFitting(known, known.refer(String(schema.$ref).replace(/.*\//, "")), name);
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  const options = (schema.oneOf ?? schema.anyOf) as JsonSchema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => drawFitting(known, option, name)));
  if (schema.type === "string") return drawText(known, schema, name);
  if (schema.type === "boolean") return fc.boolean();
  // Any other is refused before all that a change does.
  if (name === "revision") return fc.constantFrom(1, 2, 3, 4);
  if (schema.type === "integer" || schema.type === "number") return drawNumber(schema);
  if (schema.type === "array") return drawList(known, schema, name);
  if (schema.type === "object") return drawObject(known, schema, name);
  return odd;
}

function drawText({ pools }: ApiSurface, { format, pattern, minLength = 0, maxLength = 40 }: JsonSchema, name: string) {
  const ids = pools.get(name)?.map(({ id }) => id) ?? [];
  if (ids.length > 0) return fc.constantFrom(...ids);
  const known = words[name];
  if (known) return fc.constantFrom(...known);
  if (format === "date-time") return fc.constantFrom(...instants);
  if (format === "date") return fc.constantFrom(...dates);
  if (format === "uri") return fc.constantFrom(...addresses);
  if (format === "email") return fc.nat({ max: 100_000 }).map((n) => `person-${n}@example.org`);
  if (pattern) return fc.stringMatching(new RegExp(String(pattern)));
  const [least, most] = [Number(minLength), Number(maxLength)];
  const fit = (drawn: string) => drawn.padEnd(least, "x").slice(0, most);
  return fc.oneof(
    { weight: 10, arbitrary: text.map(fit) },
    { weight: 2, arbitrary: anyText.map(fit) },
    { weight: 10, arbitrary: fc.constantFrom("x".repeat(most), "x".repeat(least)) },
    { weight: 1, arbitrary: fc.constant("x".repeat(most + 1)) },
  );
}

function drawNumber({ type, minimum = -1e9, maximum = 1e9 }: JsonSchema): fc.Arbitrary<number> {
  const [min, max] = [Number(minimum), Number(maximum)];
  const inside = type === "integer" ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  return fc.oneof(
    { weight: 8, arbitrary: inside },
    { weight: 1, arbitrary: fc.constantFrom(min, max, min - 1, max + 1) },
  );
}

function drawList(known: ApiSurface, schema: JsonSchema, name: string): fc.Arbitrary<unknown[]> {
  const item = drawValue(known, schema.items as JsonSchema, name);
  return fc.oneof(
    { weight: 12, arbitrary: fc.uniqueArray(item, { minLength: Number(schema.minItems ?? 0), maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(item, { maxLength: 12 }) },
  );
}

function drawObject(known: ApiSurface, schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === "object" && additionalProperties !== null) {
    const key = fc.constantFrom(...(words[name] ?? ["a", "b"]));
    return fc.dictionary(key, drawValue(known, additionalProperties as JsonSchema, name), { maxKeys: 2 });
  }
  const all = Object.entries(properties as Record<string, JsonSchema>);
  const fields = all.filter(([, property]) => !("not" in property));
  const model = Object.fromEntries(fields.map(([field, schema]) => [field, drawValue(known, schema, field)]));
  const requiredKeys = required as string[];
  // A revision may be in a header instead.
  const isUsual = (field: string) => requiredKeys.includes(field) || field === "revision";
  const more = Object.keys(model).filter((field) => !isUsual(field));
  // Of many fields one is nearly always refused.
  const short = fc.subarray(more, { maxLength: Math.min(2, more.length) }).chain((chosen) => {
    const isDrawn = ([field]: [string, unknown]) => isUsual(field) || chosen.includes(field);
    return fc.record(Object.fromEntries(Object.entries(model).filter(isDrawn)));
  });
  return fc.oneof(
    { weight: 8, arbitrary: short },
    { weight: 7, arbitrary: fc.record(model, { requiredKeys }) },
    { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
  );
}

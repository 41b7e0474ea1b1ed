type Fields = Record<string, unknown>;
/** Converts one record of attributes: plain values to DynamoDB's JSON, or back. */
export type Convert = (attributes: Fields) => Fields;
/** Where a message has records of attributes: returns the message with each of them converted. */
export type Shape = (message: unknown, convert: Convert) => unknown;

export const attributes: Shape = (record, convert) => convert(record as Fields);

/** Converts the named fields of an object, if present; leaves the others unchanged. */
export function fields(shapes: Record<string, Shape>): Shape {
  const known = Object.entries(shapes);
  return (message, convert) => {
    const converted = { ...(message as Fields) };
    for (const [name, shape] of known) {
      if (converted[name] != null) converted[name] = shape(converted[name], convert);
    }
    return converted;
  };
}

/** Every element of a list, or every value of a map. */
export function each(shape: Shape): Shape {
  return (message, convert) => {
    if (Array.isArray(message)) return message.map((element) => shape(element, convert));
    return Object.fromEntries(Object.entries(message as Fields).map(([key, value]) => [key, shape(value, convert)]));
  };
}

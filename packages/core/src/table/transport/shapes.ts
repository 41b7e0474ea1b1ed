type Fields = Record<string, unknown>;
/** Turns one record of attributes into the other form: plain values to the wire's, or back. */
export type Convert = (attributes: Fields) => Fields;
/** Where in a message the records of attributes are: answers the message with each of them converted. */
export type Shape = (message: unknown, convert: Convert) => unknown;

export const attributes: Shape = (record, convert) => convert(record as Fields);

/** The named fields of an object, where it has them; the others are kept as they are. */
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

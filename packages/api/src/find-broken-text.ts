/** Half of a character that takes two, which JSON can say and no storage takes. */
const half = /\p{Surrogate}/u;

/** Where in an input such a text stands, as in `seats.0.row`; "" for the input itself. Each list or object is told by its fields. */
export function findBrokenText(value: unknown, path = ""): string[] {
  if (typeof value === "string") return half.test(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return half.test(name) ? [at] : findBrokenText(part, at);
  });
}

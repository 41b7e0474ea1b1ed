/** Half of a character that takes two, which JSON can say and no storage takes. */
const half = /\p{Surrogate}/u;
/** Nothing that is asked for is half as deep; what is deeper by thousands ends whoever walks through it. */
const deepest = 20;

type Fault = { path: string; message: string };

/**
 * What is wrong with an input before it is held to any schema, each with where it stands, as in `seats.0.row`; "" for the
 * input itself: text that breaks off within a character, and lists and objects more than twenty within one another.
 */
export function findUnreadable(value: unknown, path = "", depth = 0): Fault[] {
  if (typeof value === "string") return half.test(value) ? [broken(path)] : [];
  if (typeof value !== "object" || value === null) return [];
  if (depth === deepest) return [{ path, message: `at most ${deepest} lists and objects within one another` }];
  return Object.entries(value).flatMap(([name, part]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return half.test(name) ? [broken(at)] : findUnreadable(part, at, depth + 1);
  });
}

function broken(path: string): Fault {
  return { path, message: "text of whole characters" };
}

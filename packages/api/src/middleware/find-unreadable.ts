/** A lone surrogate: JSON can contain one, but no storage accepts it. */
const half = /\p{Surrogate}/u;
/** No valid input is half as deep, and thousands of levels would overflow the stack of any code that walks them. */
const deepest = 20;

type Fault = { path: string; message: string };

/**
 * Faults of an input found before any schema parses it, each with its path, as in `seats.0.row`, "" for the input
 * itself: text with a lone surrogate, and lists and objects nested more than twenty levels deep.
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

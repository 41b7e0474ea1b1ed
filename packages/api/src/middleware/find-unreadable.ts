/** Half of a character that takes two, which JSON can say and no storage takes. */
const half = /\p{Surrogate}/u;
/** No valid input is half as deep, and thousands of levels would overflow the stack of whatever walks them. */
const deepest = 20;

type Fault = { path: string; message: string };

/**
 * What is wrong with an input before any schema sees it, each fault with its path, as in `seats.0.row`, "" for the input
 * itself: text that breaks off within a character, and lists and objects nested more than twenty deep.
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

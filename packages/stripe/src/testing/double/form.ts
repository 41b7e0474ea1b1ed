/** A parameter as Stripe reads it: `a[b]=c` is an object, `a[0]=c` or `a[]=c` a list. */
export type Param = string | Param[] | { [name: string]: Param };
export type Params = { [name: string]: Param };

/** Reads a body or query of the form encoding that Stripe takes. */
export function readForm(text: string): Params {
  const params: Params = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const [name = "", ...path] = key.split(/\[|\]\[|\]$/).filter((part, at, all) => at < all.length - 1 || part !== "");
    assign(params, [name, ...path], value);
  }
  return toLists(params) as Params;
}

function assign(into: Params, [name = "", ...path]: string[], value: string): void {
  if (path.length === 0) {
    into[name === "" ? String(Object.keys(into).length) : name] = value;
    return;
  }
  const inner = into[name];
  const next = typeof inner === "object" && !Array.isArray(inner) ? inner : {};
  into[name] = next;
  assign(next, path, value);
}

function toLists(param: Param): Param {
  if (typeof param === "string" || Array.isArray(param)) return param;
  const entries = Object.entries(param).map(([name, value]) => [name, toLists(value)] as const);
  const isList = entries.length > 0 && entries.every(([name], at) => name === String(at));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

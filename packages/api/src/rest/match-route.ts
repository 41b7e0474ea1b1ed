/** A compiled path such as `/events/{event_id}/hold`; `params` are its parameter names in order. */
export type Route<T> = { method: string; pattern: RegExp; params: string[]; target: T };

/**
 * Parameters that are the whole first segment, with the pattern of such a segment: any other word there is an unknown
 * path, while a bad number after the prefix is a bad id.
 */
const firstSegments: Record<string, string> = { holding_id: "holding-[^/]*" };

export function toRoute<T>(method: string, path: string, target: T): Route<T> {
  const params: string[] = [];
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    params.push(name);
    return `(${(path.startsWith(`/{${name}}`) ? firstSegments[name] : null) ?? "[^/]+"})`;
  });
  return { method, pattern: new RegExp(`^${pattern}$`), params, target };
}

/** Paths with fewer parameters first, so that a literal path wins over a parameter that also matches. */
export function sortRoutes<T>(routes: Route<T>[]): Route<T>[] {
  return routes.toSorted((a, b) => a.params.length - b.params.length);
}

/** The first matching route with its parameter values; null if none matches or a value is badly encoded. */
export function matchRoute<T>(
  routes: readonly Route<T>[],
  method: string,
  path: string,
): { target: T; params: Record<string, string> } | null {
  for (const { pattern, params, target, ...route } of routes) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (!found) continue;
    const values = found.slice(1).map(decode);
    if (values.includes(null)) return null;
    return { target, params: Object.fromEntries(params.map((name, i) => [name, values[i] ?? ""])) };
  }
  return null;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

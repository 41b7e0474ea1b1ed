/**
 * What someone typed over `before`, on top of what someone else saved meanwhile: untouched parts follow the latter, and of a
 * record, such as prices, its untouched entries.
 */
export function mergeDraft<T extends object>(before: T, typed: T, saved: T): T {
  const names = Object.keys({ ...saved, ...typed }) as (keyof T)[];
  const parts = names.map((name) => [name, mergePart(before[name], typed[name], saved[name])] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as T;
}

function mergePart(before: unknown, typed: unknown, saved: unknown): unknown {
  if (isRecord(before) && isRecord(typed) && isRecord(saved)) return mergeDraft(before, typed, saved);
  return isSame(typed, before) ? saved : typed;
}

/** Whether two parts are typed alike. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sort(a)) === JSON.stringify(sort(b));

const sort = (value: unknown) => (isRecord(value) ? Object.entries(value).sort() : value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

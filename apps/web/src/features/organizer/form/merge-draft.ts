/** What someone typed over `before`, on top of what someone else saved meanwhile: untouched parts follow the latter. */
export function mergeDraft<T extends object>(before: T, typed: T, saved: T): T {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const parts = Object.entries(typed).map(([part, value]) => {
    const name = part as keyof T;
    return [part, isSame(value, before[name]) ? saved[name] : value];
  });
  return Object.fromEntries(parts) as T;
}

/** The browser's database of what a device keeps of doors. */
export const doorDatabase = "door";

/** Whether there is one, without making it. */
export async function hasDoors(): Promise<boolean> {
  if (!("indexedDB" in globalThis)) return false;
  // Browsers of before 2024 can't say.
  const known = await indexedDB.databases?.();
  return known === undefined || known.some(({ name }) => name === doorDatabase);
}

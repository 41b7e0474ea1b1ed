/** All pages of a list. */
export async function readAll<T>(
  page: (cursor?: string) => Promise<{ items: T[]; next_cursor: string | null }>,
): Promise<T[]> {
  const { items, next_cursor } = await page();
  for (let cursor = next_cursor; cursor; ) {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.next_cursor;
  }
  return items;
}

import { afterAll } from "vitest";
import { type Open, openCore, type TestCore } from "./open-core.ts";

/** Two processes on one table for all tests of a file, and closed after them. Await it at the top of the file. */
export async function openTwoCores(
  first: Open = {},
  second: Omit<Open, "alongside"> = {},
): Promise<[TestCore, TestCore]> {
  const core = await openCore(first);
  const other = await openCore({ ...second, alongside: core });
  afterAll(async () => {
    await other.close();
    await core.close();
  });
  return [core, other];
}

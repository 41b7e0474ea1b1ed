import type { Background } from "../concurrency/background.ts";
import { isFailure } from "../errors.ts";
import type { Outcome } from "../table/transact.ts";

type Writing = {
  write(): Promise<Outcome>;
  /** Whether the record has the change, asked if the answer to the write was lost. */
  isWritten(): Promise<boolean>;
  /** Called once if it was written. */
  count(): void;
};

/**
 * Counts in memory what a transaction wrote. After a lost answer the record decides; of a write whose outcome stays
 * unknown it is read in the background, and nothing is counted if it can't be. Throws what `write` throws.
 */
export async function countWritten(
  { background }: { background: Background },
  { write, isWritten, count }: Writing,
): Promise<Outcome> {
  const countIfWritten = async () => {
    if (await isWritten()) count();
  };
  try {
    const outcome = await write();
    if (outcome.done) count();
    else if (outcome.ambiguous) await countIfWritten();
    return outcome;
  } catch (error) {
    if (isFailure(error, "UNAVAILABLE")) background.run(countIfWritten().catch(() => undefined));
    throw error;
  }
}

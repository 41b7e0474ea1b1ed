import { EventlyError } from "../errors.ts";

/** The error code of a call, or `said` if it returned. */
export async function outcome(verb: Promise<unknown>, said: string): Promise<string> {
  try {
    await verb;
    return said;
  } catch (error) {
    if (error instanceof EventlyError) return error.code;
    throw error;
  }
}

export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

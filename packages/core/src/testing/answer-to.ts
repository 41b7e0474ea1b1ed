import { EventlyError } from "../errors.ts";

/** What a call answered, or why it was refused. */
export type Answer<T> = { done: T } | { code: string; details: Record<string, unknown> };

export async function answerTo<T>(verb: Promise<T>): Promise<Answer<T>> {
  try {
    return { done: await verb };
  } catch (error) {
    if (error instanceof EventlyError) return { code: error.code, details: error.details as Record<string, unknown> };
    throw error;
  }
}

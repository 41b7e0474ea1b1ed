import type { Failure } from "@evently/core/errors";
import { describeAnswered } from "~/trpc/describe-failure";
import { describeSilence, type Explanation } from "~/trpc/describe-silence";
import type { FailureOverrides } from "~/trpc/failure-words";

/** Why a file can't be downloaded, in words; null if it can. A browser would save the refusal, or name no reason. */
export async function findDownloadFailure(href: string, overrides?: FailureOverrides): Promise<Explanation | null> {
  try {
    if ((await fetch(href, { method: "HEAD" })).ok) return null;
    // Only the answer to GET says why.
    const answer = await fetch(href);
    if (!answer.ok) return describeAnswered((await answer.json()) as Failure, overrides);
    await answer.body?.cancel();
    return null;
  } catch (error) {
    return describeSilence(error, overrides);
  }
}

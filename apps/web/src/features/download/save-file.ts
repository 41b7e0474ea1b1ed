import type { Failure } from "@evently/core/errors";
import { describeAnswered } from "~/trpc/describe-failure";
import { describeSilence, type Explanation } from "~/trpc/describe-silence";
import type { FailureOverrides } from "~/trpc/failure-words";

/**
 * Asks for a file once and saves it by its name; returns why there is none, in words, else null. A browser that is sent to the
 * address itself would show or save the refusal.
 */
export async function saveFile(href: string, overrides: FailureOverrides): Promise<Explanation | null> {
  try {
    const answer = await fetch(href);
    if (!answer.ok) return describeAnswered((await answer.json()) as Failure, overrides);
    const [, name = ""] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "") ?? [];
    save(await answer.blob(), decodeURIComponent(name));
    return null;
  } catch (error) {
    return describeSilence(error, overrides);
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

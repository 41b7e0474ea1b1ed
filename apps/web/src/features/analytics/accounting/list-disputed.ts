import type { EventAccounting } from "@evently/core/accounting";

const words = { open: "not decided yet", lost: "lost", won: "won" } as const;

/** What is disputed, in words by how it stands, without what is 0. */
export function listDisputed(disputed: EventAccounting["disputed"]): [words: string, amount: number][] {
  return (["open", "lost", "won"] as const).flatMap((state) =>
    disputed[state] === 0 ? [] : [[words[state], disputed[state]]],
  );
}

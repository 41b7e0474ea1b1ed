import { fork } from "node:child_process";
import { once } from "node:events";
import { programArgs } from "../program-args.ts";
import { type Played, playMoney } from "./play-money.ts";
import type { Till } from "./till.ts";

type Share = { seed: number; histories: number };
type Message = { played: Omit<Played, "saw">; saw: [string, number][] } | { failed: string };

/** Plays as many histories as it is asked for, in two processes side by side. `program` is one that calls `serveShare`. */
export async function playAside(program: string, { seed, histories }: Share): Promise<Played> {
  const half = Math.ceil(histories / 2);
  const shares: Share[] = [
    { seed, histories: half },
    { seed: seed + half, histories: histories - half },
  ];
  const parts = await Promise.all(shares.map((share) => playShare(program, share)));
  const saw = new Map<string, number>();
  for (const [kind, count] of parts.flatMap((part) => [...part.saw])) saw.set(kind, (saw.get(kind) ?? 0) + count);
  const sum = (amountOf: (part: Played) => number) => parts.reduce((all, part) => all + amountOf(part), 0);
  return { histories: sum((part) => part.histories), steps: sum((part) => part.steps), saw };
}

async function playShare(program: string, share: Share): Promise<Played> {
  const [source = "", ...args] = programArgs(program).toReversed();
  const child = fork(source, [JSON.stringify(share)], {
    execArgv: ["--no-warnings", ...args.toReversed()],
  });
  const ended = once(child, "exit").then(() => [{ failed: "a process ended before its share" }]);
  const [message] = (await Promise.race([once(child, "message"), ended])) as [Message];
  child.disconnect();
  if ("failed" in message) throw new Error(message.failed);
  return { ...message.played, saw: new Map(message.saw) };
}

/** What a process of its own does: its share of the histories, and tells how it went. */
export async function serveShare(openTill: () => Promise<Till>): Promise<void> {
  const share = JSON.parse(process.argv[2] ?? "{}") as Share;
  process.on("disconnect", () => process.exit());
  try {
    const { saw, ...played } = await playMoney({ openTill, ...share, isInMemory: true });
    process.send?.({ played, saw: [...saw] } satisfies Message);
  } catch (error) {
    process.send?.({ failed: (error as Error).stack ?? String(error) } satisfies Message);
  }
}

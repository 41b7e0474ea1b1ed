import { buyerSteps } from "./buyer-steps.ts";
import { checkAlways, checkEnd } from "./check-money.ts";
import { callOffMeanwhile, faultSteps } from "./fault-steps.ts";
import { type MoneyHistory, openHistory } from "./money-history.ts";
import { openMoneyWorld } from "./money-world.ts";
import { callOff, officeSteps } from "./office-steps.ts";
import type { Till } from "./till.ts";

/** Each step as often as it is drawn. */
const plan = [
  ...["hold", "hold", "pay", "pay", "pay", "payDeclined", "payChallenged", "payChallenged", "payOther", "askAgain"],
  ...["payTwice", "approve", "approve", "refuse", "release", "cancelOne", "refundPart", "refundPart", "refundAll"],
  ...[
    "refundAgainstCancel",
    "cancelOfOffice",
    "changePrice",
    "refundThere",
    "adopt",
    "dispute",
    "webhooks",
    "webhooks",
    "webhooks",
    "hearEarly",
    "work",
    "work",
  ],
  ...[
    "tenSeconds",
    "aMinute",
    "aHold",
    "longer",
    "die",
    "die",
    "dieAtGateway",
    "dieAtGateway",
    "loseWrite",
    "restartEngine",
    "restartEngine",
  ],
  ...[
    "loseCall",
    "timeOut",
    "timeOut",
    "timeOut",
    "failCapture",
    "loseMoney",
    "loseMoney",
    "slow",
    "lateFree",
    "lateTaken",
    "cancelMeanwhile",
  ],
  ...["changeMeanwhile", "disturb", "letGo"],
] as const;
const steps = { ...buyerSteps, ...officeSteps, ...faultSteps };

/** After so many histories everything is opened anew: tables and ledgers that only grow slow everything down. */
const historiesOfAWorld = 20;

export type Played = { histories: number; steps: number; saw: Map<string, number> };

type Play = {
  openTill: () => Promise<Till>;
  /** Of the first history; the others are counted on. */
  seed: number;
  histories: number;
  isInMemory: boolean;
};

/** Plays histories one after the other, and checks each after every step and at its end. Throws with its seed and its steps. */
export async function playMoney({ openTill, seed, histories, isInMemory }: Play): Promise<Played> {
  const saw = new Map<string, number>();
  const played = { histories: 0, steps: 0, saw };
  const note = (kind: string) => saw.set(kind, (saw.get(kind) ?? 0) + 1);
  for (let first = 0; first < histories; first += historiesOfAWorld) {
    const world = await openMoneyWorld(openTill, { isInMemory, saw: note });
    for (let at = first; at < Math.min(first + historiesOfAWorld, histories); at++) {
      const history = await openHistory(world, seed + at, note);
      played.steps += await playOne(history, seed + at);
      played.histories++;
    }
    await world.close();
  }
  return played;
}

async function playOne(history: MoneyHistory, seed: number): Promise<number> {
  const length = 10 + Math.floor(history.random() * 8);
  const end = history.random();
  try {
    for (let at = 0; at < length; at++) {
      const name = history.draw(plan);
      history.log.push(name);
      // No two steps are at the same moment, as the order of what they write is told by it.
      history.world.auditor.clock.advance(1);
      await steps[name]?.(history);
      await history.rest();
      await checkAlways(history);
    }
    if (end < 0.15) await (end < 0.05 ? callOff(history) : callOffMeanwhile(history));
    await checkEnd(history);
  } catch (error) {
    throw new Error(`history ${seed}: ${(error as Error).message}\n${history.log.join("\n")}`, { cause: error });
  }
  return length;
}

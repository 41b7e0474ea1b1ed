import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { limitConcurrency } from "@evently/core/concurrency/limit-concurrency";
import type { Printed } from "./print-thread.ts";
import type { PrintedTickets, PrintTickets } from "./write-tickets-pdf.ts";

export type Printer = {
  /** Draws a PDF when its turn comes, however many are before it. Throws if it can't be drawn. */
  print: PrintTickets;
  /** The same unless too many are before it; then null, at once. */
  printSoon(tickets: PrintedTickets): Promise<Buffer | null>;
  close(): Promise<void>;
};

type Options = {
  /** What the thread runs. */
  program?: URL;
  /** What takes longer hangs. */
  longestMs?: number;
};

/** Pages that may wait to be drawn, some seconds' worth; each file counts as some more, by what its faces take. */
export const mostPages = 100;
const ofEachFile = 6;

const fromSource = import.meta.url.endsWith(".ts");
const own = new URL(fromSource ? "./print-thread-from-source.mjs" : "./print-thread.js", import.meta.url);
const execArgv = fromSource ? ["--conditions=@evently/source"] : [];

/**
 * Draws PDFs in a thread of its own, one at a time, in the order in which they are asked for; tickets that are asked for again
 * while they wait are drawn once. So whatever else the process does never waits for it. The thread starts with the first, and again
 * after it died; it keeps no process from ending.
 */
export function openPrinter({ program = own, longestMs = 60_000 }: Options = {}): Printer {
  const thread = keepThread(program, longestMs);
  let pages = 0;
  const waiting = new Map<string, Promise<Buffer>>();
  const inTurn = limitConcurrency(1);

  function print(given: PrintedTickets): Promise<Buffer> {
    const order = orderOf(given);
    return waiting.get(order) ?? enqueue(order, given.tickets.length + ofEachFile);
  }

  function enqueue(order: string, counted: number): Promise<Buffer> {
    pages += counted;
    const printed = inTurn(() => thread.draw(order)).finally(() => {
      waiting.delete(order);
      pages -= counted;
    });
    waiting.set(order, printed);
    return printed;
  }

  return {
    print,
    async printSoon(given) {
      return pages >= mostPages && !waiting.has(orderOf(given)) ? null : print(given);
    },
    close: thread.end,
  };
}

/** The thread that draws, one order at a time. */
function keepThread(program: URL, longestMs: number) {
  let thread: Worker | null = null;

  function start(): Worker {
    // Nothing that the process knows is of use to it.
    const started = new Worker(program, { execArgv, env: {}, resourceLimits: { maxOldGenerationSizeMb: 128 } });
    const forget = () => {
      if (thread === started) thread = null;
    };
    started.on("error", forget).on("exit", forget);
    return started;
  }

  return {
    async draw(order: string): Promise<Buffer> {
      thread ??= start();
      const drawing = thread;
      drawing.ref();
      try {
        drawing.postMessage(JSON.parse(order));
        const printed = await answerOf(drawing, longestMs);
        if ("fault" in printed) throw new Error(`a PDF was not drawn: ${printed.fault}`);
        return Buffer.from(printed.pdf);
      } finally {
        drawing.unref();
      }
    },
    async end(): Promise<void> {
      await thread?.terminate();
    },
  };
}

/** What is printed and nothing else, so that the same tickets are the same order whatever else changes of their event. */
function orderOf({ tickets, event, booked_at, seller }: PrintedTickets): string {
  const { name, start_time, timezone, venue_name, address, city, doors_time, min_age } = event;
  const printed = { name, start_time, timezone, venue_name, address, city, doors_time, min_age };
  return JSON.stringify({ tickets, event: printed, booked_at, seller } satisfies PrintedTickets);
}

/** Throws if the thread dies, or does not answer in time: then it is ended. */
async function answerOf(thread: Worker, longestMs: number): Promise<Printed> {
  const settled = new AbortController();
  const signal = AbortSignal.any([settled.signal, AbortSignal.timeout(longestMs)]);
  const died = async (): Promise<never> => {
    await once(thread, "exit", { signal });
    throw new Error("the thread that draws PDFs ended");
  };
  try {
    const [printed] = await Promise.race([once(thread, "message", { signal }), died()]);
    return printed as Printed;
  } catch (error) {
    await thread.terminate();
    throw error;
  } finally {
    settled.abort();
  }
}

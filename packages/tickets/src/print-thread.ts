import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { type PrintedTickets, writeTicketsPdf } from "./write-tickets-pdf.ts";

/** What the thread answers to each: a PDF, or why there is none. */
export type Printed = { pdf: Uint8Array } | { fault: string };

/** Lower by this: where processors are short, sales come first. */
const nicer = 10;

// Linux counts it by the thread; elsewhere it would be that of the process.
if (process.platform === "linux") setPriority(Math.min(19, getPriority() + nicer));

parentPort?.on("message", (tickets: PrintedTickets) => {
  void print(tickets).then((printed) => parentPort?.postMessage(printed));
});

async function print(tickets: PrintedTickets): Promise<Printed> {
  try {
    return { pdf: await writeTicketsPdf(tickets) };
  } catch (error) {
    return { fault: String(error) };
  }
}

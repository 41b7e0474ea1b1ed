import { round } from "./quantile.ts";
import { handIn } from "./report.ts";

/** What the requests of one route cost: CPU in ms. */
export type Cost = {
  name: string;
  status: string;
  requests: number;
  kB: number;
  p50: number;
  p99: number;
  most: number;
};

/** CPU of 99 of 100 requests, in ms. */
const goal = 50;
const shown = 10;

/** CPU in ms before routes had limits and long lists were kept, as docs/decisions/0036 tells it. */
const before: Record<string, string> = {
  "GET /venue/{venue_id}/seats": "660 (median)",
  "tRPC seat.list": "55 (median)",
  "POST /venue/{venue_id}/seats, 4 MB of nobody": "55",
};

/** The dearest routes by their p99, all that are over the goal or have a figure of before, and a sentence on the rest. */
export function reportCosts(costs: Cost[], seats: number): void {
  const sorted = costs.toSorted((a, b) => b.p99 - a.p99);
  const isShown = (cost: Cost, i: number) => i < shown || cost.p99 > goal || cost.name in before;
  const rows = sorted.filter(isShown);
  const remaining = sorted.filter((cost, i) => !isShown(cost, i));
  const over = sorted.filter(({ p99 }) => p99 > goal).map(({ name }) => name);
  const columns = ["request", "status", "requests", "kB", "CPU p50 ms", "CPU p99 ms", "CPU most ms", "before", "goal"];
  handIn({
    notes: [
      `Every route at the dearest that a caller without an account can send it, a guest included, on an event of ${seats} seats that sells: one API process, a production build, gets ${costs[0]?.requests} requests one after the other. While the public lists, the search and the refused holds are measured, a seat is held before each 500 of them. Whatever demands a session is also sent the largest body that it takes, and 4 MB by nobody where that is more than usual. ${costs.length} requests were measured; over ${goal} ms at p99: ${over.length > 0 ? over.join("; ") : "none"}.`,
      `The other ${remaining.length} need at most ${round(Math.max(...remaining.map(({ p50 }) => p50)))} ms at the median and ${round(Math.max(...remaining.map(({ p99 }) => p99)))} ms at p99. The ${shown} dearest are shown, and those with a figure of before, which docs/decisions/0036-what-a-free-account-may-cost.md tells.`,
      "CPU is what the kernel counted for the API process from before a request until the process was idle again: its loops, its garbage collection and its reading of the changed seats fall into some. The limit on requests is off: it would let one address send 10 of the cheapest of these a second.",
    ],
    tables: [
      {
        title: "The dearest requests",
        columns,
        rows: rows.map(({ name, status, requests, kB, p50, p99, most }) => [
          ...[name, status, requests, round(kB), round(p50), round(p99), round(most), before[name] ?? ""],
          p99 > goal ? `over ${goal}` : `${goal}`,
        ]),
      },
    ],
  });
}

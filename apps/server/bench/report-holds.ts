import { type Round, roundCount } from "./compare-ways.ts";
import { round } from "./quantile.ts";
import type { Replay } from "./record-purchase.ts";
import { handIn, type Report } from "./report.ts";
import { divide, type Summary, summarize, times } from "./summarize.ts";

type Table = Report["tables"][number];
type Measured = {
  rounds: Round[];
  /** The commit of the other checkout measured for comparison; null if none. */
  other: string | null;
  seatsEach: number;
  writes: Replay["writes"];
  counted: { bookings: number; held: number };
};

/** The same API process with the SDK as its transport to the table. */
export const overSdk = "API over the SDK";

/** Reports the durations of purchases and holds through the API next to the bare SDK loop, and to another checkout. */
export function reportHolds({ rounds, other, seatsEach, writes, counted }: Measured): void {
  const { hold, confirm } = writes;
  const all = [...hold, ...confirm];
  handIn({
    notes: [
      `A purchase holds ${seatsEach} seats and pays for them: two requests over REST to one API process, a production build. The bare SDK loop sends the ${all.length} writes of such a purchase as core made them (${all.join(", ")}), or the ${hold.length} of its hold, with other ids and seats, and nothing else: it reads nothing, keeps no ledger of payments and checks no session; it counts each hold by a separate write, where the API uses one for many. Both use the same engine (dynoxide with files) and the same SDK client settings, with at most 16 requests to the table under way. Each hold belongs to a different guest, who has opened the event before.`,
      `${roundCount} rounds in one run; each round measures all ways in turn, starting with a different one. Throughput and CPU are medians over the rounds, p50 and p99 are over everything measured. The API process's CPU is what the kernel counted for its threads, background loops included; that of a confirm is what a purchase took beyond a hold. Load, API and engine share this machine. Afterwards the audit was clean: ${counted.bookings} bookings, each paid for once.`,
      ...(other
        ? [
            `${other} is another checkout's API, built, in the same rounds with an engine and data of its own: \`npm run bench -- hold --against PATH\`.`,
          ]
        : []),
    ],
    tables: [
      compareTable(rounds, "purchase", other),
      compareTable(rounds, "hold", other),
      loneHold(rounds, other),
      cpuTable(rounds, other),
    ],
  });
}

function find(rounds: Round[], contest: string, concurrency: number, way: string): Summary {
  return summarize(
    rounds.filter((item) => item.contest === contest && item.concurrency === concurrency && item.way === way),
  );
}

const loadsOf = (rounds: Round[]): number[] => [...new Set(rounds.map(({ concurrency }) => concurrency))];

function compareTable(rounds: Round[], contest: string, other: string | null): Table {
  const rows = loadsOf(rounds).flatMap((concurrency) => {
    const summaryOf = (way: string) => find(rounds, contest, concurrency, way);
    const [api, sdk] = [summaryOf("API"), summaryOf("bare SDK")];
    const against = (way: Summary) => [
      times(divide(way, sdk).perSecond),
      ...[way.p50 - sdk.p50, way.p99 - sdk.p99].map((ms) => `${ms < 0 ? "" : "+"}${round(ms)}`),
    ];
    const others = [overSdk, ...(other ? [other] : [])];
    return [
      [concurrency, "API", ...figures(api), round(api.cpuMs)],
      ...others.map((way) => [concurrency, way, ...figures(summaryOf(way)), round(summaryOf(way).cpuMs)]),
      [concurrency, "bare SDK", ...figures(sdk), ""],
      [concurrency, "API against SDK", ...against(api), ""],
      [concurrency, `${overSdk} against SDK`, ...against(summaryOf(overSdk)), ""],
      ...(other ? [[concurrency, `API against ${other}`, ...ratiosOf(divide(api, summaryOf(other)))]] : []),
    ];
  });
  const title = `${contest[0]?.toUpperCase()}${contest.slice(1)}s`;
  return { title, columns: ["at once", "way", `${contest}s/s`, "p50 ms", "p99 ms", `API CPU ms a ${contest}`], rows };
}

const figures = ({ perSecond, p50, p99 }: Summary): string[] => [perSecond, p50, p99].map(round);
const ratiosOf = ({ perSecond, p50, p99, cpuMs }: Summary): string[] => [perSecond, p50, p99, cpuMs].map(times);

/** One buyer at a time, next to the transaction that decides the hold. */
function loneHold(rounds: Round[], other: string | null): Table {
  const summaryOf = (way: string) => find(rounds, "hold", 1, way);
  const alone = summaryOf("transaction alone");
  const rows = ["API", overSdk, ...(other ? [other] : []), "transaction alone"].map((way) => {
    const { p50, p99 } = summaryOf(way);
    return [way, round(p50), round(p99), times(p50 / alone.p50), times(p99 / alone.p99)];
  });
  const columns = ["a lone hold", "p50 ms", "p99 ms", "p50 against the transaction", "p99 against it"];
  return { title: "A lone hold against its transaction sent bare", columns, rows };
}

function cpuTable(rounds: Round[], other: string | null): Table {
  const rows = loadsOf(rounds).flatMap((concurrency) => {
    const costOf = (way: string) => {
      const [hold, purchase] = ["hold", "purchase"].map((contest) => find(rounds, contest, concurrency, way).cpuMs);
      return { hold: hold ?? Number.NaN, purchase: purchase ?? Number.NaN };
    };
    const [ours, theirs] = [costOf("API"), costOf(other ?? "")];
    const row = (request: string, cost: (spent: typeof ours) => number) => [
      ...[concurrency, request, round(cost(ours))],
      ...(other ? [round(cost(theirs)), times(cost(ours) / cost(theirs))] : []),
    ];
    return [
      row("hold", ({ hold }) => hold),
      row("confirm", ({ hold, purchase }) => purchase - hold),
      row("purchase", ({ purchase }) => purchase),
    ];
  });
  const columns = ["at once", "request", "API CPU ms", ...(other ? [`${other} CPU ms`, "ratio"] : [])];
  return { title: "CPU of the API process", columns, rows };
}

import type { Core } from "../core.ts";
import { asBulk } from "../table/as-bulk.ts";
import { shardsOf, type WorkKind } from "../table/due-index.ts";
import { queryPage } from "../table/query-items.ts";
import { toInstant } from "../time.ts";
import { workKinds } from "./work-kinds.ts";
import { type DueWork, workOn } from "./work-on.ts";

/** Does all due work of one kind in this process. */
export type Worker = {
  kind: WorkKind;
  /** Begins what is due, longest due first; resolves once the last piece has begun. Throws UNAVAILABLE. */
  beginDue(): Promise<void>;
  /** Resolves once nothing is under way, to the number of pieces processed since it was last asked. */
  settled(): Promise<number>;
  /** Begins nothing more and asks long pieces to return; resolves once nothing is under way. */
  stop(): Promise<void>;
};

export function createWorker(core: Core, kind: WorkKind): Worker {
  const { concurrency } = workKinds[kind];
  const own = kind === "money" ? core : asBulk(core);
  const underWay = new Map<Promise<void>, AbortController>();
  let stopped = false;
  let processed = 0;

  function begin(work: DueWork): void {
    const stop = new AbortController();
    const run = workOn({ core: own, renewing: core }, kind, work, stop).then((ours) => {
      underWay.delete(run);
      if (ours) processed++;
    });
    underWay.set(run, stop);
  }

  async function settled(): Promise<number> {
    while (underWay.size > 0) await Promise.all(underWay.keys());
    return processed;
  }

  return {
    kind,
    async beginDue() {
      // Another process may carry them: this one would only keep them from it.
      if (kind === "mail" && !core.mailer) return;
      for await (const work of listAllDue(own, kind)) {
        while (underWay.size >= concurrency) await Promise.race(underWay.keys());
        if (stopped) return;
        begin(work);
      }
    },
    async settled() {
      const count = await settled();
      processed = 0;
      return count;
    },
    async stop() {
      stopped = true;
      for (const stop of underWay.values()) stop.abort();
      await settled();
    },
  };
}

const nameOf = ({ key, due_at }: DueWork) => `${key.pk} ${key.sk} ${due_at}`;

/** What is due, page after page. An index that lags lists what has begun: that is listed again in the next pass. */
async function* listAllDue(core: Core, kind: WorkKind): AsyncGenerator<DueWork> {
  let before = new Set<string>();
  for (;;) {
    const { due, isMore } = await listDue(core, kind);
    yield* due;
    if (!isMore || due.every((work) => before.has(nameOf(work)))) return;
    before = new Set(due.map(nameOf));
  }
}

/** What is due of all shards, the longest due first, and whether one of them may have more. */
async function listDue(core: Core, kind: WorkKind): Promise<{ due: DueWork[]; isMore: boolean }> {
  const limit = workKinds[kind].page;
  const below = toInstant(core.clock());
  const pages = await Promise.all(
    shardsOf(kind).map((partition) => queryPage(core.table, { index: "due", partition, below, limit })),
  );
  const due = pages
    .flatMap(({ items }) => items)
    .map(({ pk, sk, due_at }) => ({ key: { pk: String(pk), sk: String(sk) }, due_at: String(due_at) }))
    .sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
  return { due, isMore: pages.some(({ items }) => items.length === limit) };
}

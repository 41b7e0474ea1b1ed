/** A request, as far as those who watch may know of it. */
type Asked = { method: string; headers: Headers; request_id: string };
/** `route` is a known name such as `/events/{event_id}/hold`, never what was typed. */
type Answered = { route: string; status: number };
/** One procedure that ran; `code` is OK or the failure's. `client` tells callers apart and is kept nowhere. */
type Call = { procedure: string; code: string; seconds: number; client: string | null };

/** What is told of the work of this process: its metrics, its traces. */
export type Watcher = {
  aroundRequest(asked: Asked, run: () => Promise<Answered>): Promise<Answered>;
  /** `operation` is what is asked of the table, such as TransactWrite. */
  aroundSend<T>(operation: string, send: () => Promise<T>): Promise<T>;
  onCall(call: Call): void;
};

/** All of them as one, the first outermost. */
export function joinWatchers(watchers: readonly Watcher[]): Watcher {
  return {
    aroundRequest(asked, run) {
      const all = watchers.reduceRight((inner, watcher) => () => watcher.aroundRequest(asked, inner), run);
      return all();
    },
    aroundSend(operation, send) {
      const all = watchers.reduceRight((inner, watcher) => () => watcher.aroundSend(operation, inner), send);
      return all();
    },
    onCall(call) {
      for (const watcher of watchers) watcher.onCall(call);
    },
  };
}

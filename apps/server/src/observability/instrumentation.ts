/** A request, as far as metrics and traces may know it. */
type RequestInfo = { method: string; headers: Headers; request_id: string };
/** `route` is a known name such as `/events/{event_id}/hold`, never the path as it was typed. */
type ResponseInfo = { route: string; status: number };
/** One procedure that ran; `code` is OK or the failure's. `client` tells callers apart and is stored nowhere. */
type Call = { procedure: string; code: string; seconds: number; client: string | null };

/** Wraps the work of this process: its metrics, its traces. */
export type Instrumentation = {
  aroundRequest(request: RequestInfo, run: () => Promise<ResponseInfo>): Promise<ResponseInfo>;
  /** `operation` is the request to the table, such as TransactWrite. */
  aroundSend<T>(operation: string, send: () => Promise<T>): Promise<T>;
  onCall(call: Call): void;
};

/** All of them as one, the first outermost. */
export function combineInstrumentations(instrumentations: readonly Instrumentation[]): Instrumentation {
  return {
    aroundRequest(request, run) {
      const all = instrumentations.reduceRight(
        (inner, { aroundRequest }) =>
          () =>
            aroundRequest(request, inner),
        run,
      );
      return all();
    },
    aroundSend(operation, send) {
      const all = instrumentations.reduceRight(
        (inner, { aroundSend }) =>
          () =>
            aroundSend(operation, inner),
        send,
      );
      return all();
    },
    onCall(call) {
      for (const { onCall } of instrumentations) onCall(call);
    },
  };
}

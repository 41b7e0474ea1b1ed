/** The parts of a request that metrics and traces may record. */
type RequestInfo = { method: string; headers: Headers; request_id: string };
/** `route` is a known name such as `/events/{event_id}/hold`, never the requested path. */
type ResponseInfo = { route: string; status: number };
/** A completed procedure call; `code` is OK or the error code. `client` distinguishes callers and is never stored. */
type Call = { procedure: string; code: string; seconds: number; client: string | null };

/** Wraps the work of this process, for metrics or traces. */
export type Instrumentation = {
  aroundRequest(request: RequestInfo, run: () => Promise<ResponseInfo>): Promise<ResponseInfo>;
  /** `operation` is the table operation, such as TransactWrite. */
  aroundSend<T>(operation: string, send: () => Promise<T>): Promise<T>;
  onCall(call: Call): void;
};

/** Combines several into one, the first outermost. */
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

import type { Core, ReportError } from "@evently/core/core";
import type { EventSink } from "@evently/core/event-sink";
import { findHolding } from "@evently/core/hold/get-hold";
import type { ServerConfig } from "../process/config.ts";
import { listen } from "../process/listen.ts";
import { startLoop } from "../process/loop.ts";
import type { Metrics } from "./metrics.ts";
import { joinWatchers, type Watcher } from "./watch.ts";
import { watchHolds } from "./watch-holds.ts";

export type Telemetry = {
  watcher: Watcher;
  eventSink: EventSink | undefined;
  /** Opens what answers /metrics and looks at what only time changes. Rejects with one sentence where the port is taken. */
  begin(core: Core): Promise<void>;
  /** Sends what is still to be sent, and closes. */
  end(): Promise<void>;
};

type Settings = Pick<ServerConfig, "APP_NAME" | "HOST" | "METRICS_PORT" | "OTEL_EXPORTER_OTLP_ENDPOINT">;

const pauseMs = 5_000;

/** Metrics and traces, as far as they are asked for; what is not asked for is not even loaded. */
export async function openTelemetry(config: Settings, version: string, reportError: ReportError): Promise<Telemetry> {
  const { HOST, METRICS_PORT, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = config;
  const traces = endpoint
    ? (await import("./traces.ts")).createTraces({ endpoint, name: config.APP_NAME, version, reportError })
    : null;
  const metrics = METRICS_PORT > 0 ? (await import("./metrics.ts")).createMetrics() : null;
  const watched = metrics ? watchExpiry(metrics) : null;
  const watchers = [metrics?.watcher, traces?.watcher].filter((watcher) => watcher !== undefined);
  const closing: (() => Promise<void>)[] = traces ? [traces.end] : [];
  return {
    watcher: joinWatchers(watchers),
    eventSink: watched?.eventSink,
    async begin(core) {
      if (!metrics || !watched) return;
      const server = await listen(answerWith(metrics), { HOST, PORT: METRICS_PORT }, "METRICS_PORT");
      const loop = watched.begin(core);
      closing.push(server.close, loop.stop);
    },
    async end() {
      await Promise.all(closing.map((close) => close()));
    },
  };
}

function answerWith(metrics: Metrics): (request: Request) => Promise<Response> {
  return async (request) => {
    if (new URL(request.url).pathname !== "/metrics") return new Response("Only /metrics is here.\n", { status: 404 });
    const { text, type } = await metrics.read();
    return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
  };
}

/** The metrics' meter, which also keeps an eye on the holds that were won, to count those that ran out. */
function watchExpiry(metrics: Metrics) {
  const won: { holding_id: string; hold_ttl: number }[] = [];
  let add = (holding_id: string, hold_ttl: number): void => void won.push({ holding_id, hold_ttl });
  const eventSink: EventSink = (domainEvent) => {
    metrics.eventSink(domainEvent);
    if (domainEvent.kind === "hold_won") add(domainEvent.holding_id, domainEvent.hold_ttl);
  };
  return {
    eventSink,
    begin(core: Core) {
      const holds = watchHolds((holding_id) => findHolding(core, holding_id), core.clock);
      for (const { holding_id, hold_ttl } of won) holds.add(holding_id, hold_ttl);
      add = holds.add;
      const look = async () => metrics.countExpired(await holds.look());
      return startLoop(look, pauseMs, (error) => core.reportError("holds that ran out were not counted", { error }));
    },
  };
}

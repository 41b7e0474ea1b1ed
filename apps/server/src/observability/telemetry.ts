import { readTrust } from "@evently/api/client-address";
import type { Core, ReportError } from "@evently/core/core";
import type { EventSink } from "@evently/core/event-sink";
import { findHolding } from "@evently/core/hold/get-hold";
import type { HoldingId } from "@evently/core/ids";
import { countDeadWork } from "@evently/core/scheduled-work/dead-work";
import type { ServerConfig } from "../process/config.ts";
import { listen } from "../process/listen.ts";
import { type Loop, startLoop } from "../process/loop.ts";
import { testTable } from "../process/test-table.ts";
import { combineInstrumentations, type Instrumentation } from "./instrumentation.ts";
import type { Metrics } from "./metrics.ts";
import { trackHoldExpiry } from "./track-hold-expiry.ts";

export type Telemetry = {
  instrumentation: Instrumentation;
  eventSink: EventSink | undefined;
  /** Opens the port of the metrics and starts counting expired holds and dead work. Rejects with a one-sentence error if the port is taken. */
  begin(core: Core): Promise<void>;
  /** Flushes buffered data and closes. */
  end(): Promise<void>;
};

type Settings = Pick<ServerConfig, "APP_NAME" | "METRICS_HOST" | "METRICS_PORT" | "OTEL_EXPORTER_OTLP_ENDPOINT">;

const expiryCheckMs = 5_000;
const deadWorkMs = 15_000;

/** Metrics and traces as configured; libraries of disabled ones are not loaded. */
export async function openTelemetry(config: Settings, version: string, reportError: ReportError): Promise<Telemetry> {
  const { METRICS_HOST, METRICS_PORT, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = config;
  const traces = endpoint
    ? (await import("./traces.ts")).createTraces({ endpoint, name: config.APP_NAME, version, reportError })
    : null;
  const metrics = METRICS_PORT > 0 ? (await import("./metrics.ts")).createMetrics() : null;
  const expiry = metrics ? countExpiredHolds(metrics) : null;
  const instrumentations = [metrics?.instrumentation, traces?.instrumentation].filter(
    (instrumentation) => instrumentation !== undefined,
  );
  const closing: (() => Promise<void>)[] = traces ? [traces.end] : [];
  return {
    instrumentation: combineInstrumentations(instrumentations),
    eventSink: expiry?.eventSink,
    async begin(core) {
      if (!metrics || !expiry) return;
      metrics.watchCatalog(core.catalog);
      const at = { HOST: METRICS_HOST, PORT: METRICS_PORT };
      const server = await listen(serveOperator(metrics, core), at, { trust: readTrust([]), setting: "METRICS_PORT" });
      closing.push(server.close, expiry.begin(core).stop, followDeadWork(metrics, core).stop);
    },
    async end() {
      await Promise.all(closing.map((close) => close()));
    },
  };
}

/** What is for the operator alone, at a port that no proxy leads to. */
function serveOperator(metrics: Metrics, core: Core): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/db-test") return testTable(core);
    if (pathname !== "/metrics") return new Response("Only /metrics and /db-test are here.\n", { status: 404 });
    const { text, type } = await metrics.read();
    return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
  };
}

function followDeadWork(metrics: Metrics, core: Core): Loop {
  const follow = async () => metrics.setDeadWork(await countDeadWork(core));
  return startLoop(follow, deadWorkMs, (error) => core.reportError("dead work was not counted", { error }));
}

/** The event sink of the metrics, which also tracks placed holds to count those that expire. */
function countExpiredHolds(metrics: Metrics) {
  const won: { holding_id: HoldingId; hold_ttl: number }[] = [];
  let add = (holding_id: HoldingId, hold_ttl: number): void => void won.push({ holding_id, hold_ttl });
  const eventSink: EventSink = (event) => {
    metrics.eventSink(event);
    if (event.kind === "hold_won") add(event.holding_id, event.hold_ttl);
  };
  return {
    eventSink,
    begin(core: Core) {
      const holds = trackHoldExpiry((holding_id) => findHolding(core, holding_id), core.clock);
      for (const { holding_id, hold_ttl } of won) holds.add(holding_id, hold_ttl);
      add = holds.add;
      const check = async () => metrics.countExpired(await holds.check());
      return startLoop(check, expiryCheckMs, (error) =>
        core.reportError("holds that ran out were not counted", { error }),
      );
    },
  };
}

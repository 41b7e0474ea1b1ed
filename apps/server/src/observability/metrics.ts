import type { Catalog } from "@evently/core/catalog/create-catalog";
import type { EventSink } from "@evently/core/event-sink";
import type { WorkKind } from "@evently/core/table/due-index";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Instrumentation } from "./instrumentation.ts";
import { countViewers } from "./viewers.ts";

export type Metrics = {
  instrumentation: Instrumentation;
  eventSink: EventSink;
  /** Counts expired holds. */
  countExpired(holds: number): void;
  /** Shows how much dead work of each kind the table has. */
  setDeadWork(counts: Record<WorkKind, number>): void;
  /** Shows how full the catalog is, and how many events are left out. */
  watchCatalog(catalog: Pick<Catalog, "fill">): void;
  /** The metrics in Prometheus text format, and their media type. */
  read(): Promise<{ text: string; type: string }>;
};

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const viewedBy = "seat.map";

/**
 * Metrics of this process. Labels only take known values (route patterns, procedures, codes), so they never contain
 * user input, addresses or ids.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const holds = new Counter({
    name: "evently_holds_total",
    help: "Holds asked for here: won, lost to taken seats, expired unpaid",
    labelNames: ["outcome"],
    registers: [registry],
  });
  for (const outcome of ["won", "lost", "expired"]) holds.inc({ outcome }, 0);
  const repeats = new Counter({
    name: "evently_table_repeats_total",
    help: "Writes sent once more because they collided with another or were throttled",
    registers: [registry],
  });
  const viewers = createViewersGauge(registry);
  const dead = new Gauge({
    name: "evently_dead_work",
    help: "Scheduled work in the table that failed too often and waits for an operator, by kind; equal in each process",
    labelNames: ["kind"],
    registers: [registry],
  });
  return {
    instrumentation: {
      aroundRequest: countRequests(registry),
      aroundSend: countSends(registry),
      onCall: countCalls(registry, viewers),
    },
    eventSink(event) {
      if (event.kind === "write_repeated") repeats.inc();
      else holds.inc({ outcome: event.kind === "hold_won" ? "won" : "lost" });
    },
    countExpired: (count) => holds.inc({ outcome: "expired" }, count),
    setDeadWork(counts) {
      for (const [kind, count] of Object.entries(counts)) dead.set({ kind }, count);
    },
    watchCatalog: (catalog) => showCatalog(registry, catalog),
    read: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}

function showCatalog(registry: Registry, catalog: Pick<Catalog, "fill">): void {
  const shown = [
    ["evently_catalog_events", "Published events that can be searched here", "events"],
    ["evently_catalog_bytes", "Estimated memory of the events that can be searched here", "bytes"],
    ["evently_catalog_budget_bytes", "Most memory that the events to be searched may take here", "budget"],
    [
      "evently_catalog_left_out_events",
      "Published events for which there was no room here when they were last counted: found by venue and id only",
      "left_out",
    ],
  ] as const;
  for (const [name, help, figure] of shown) {
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        this.set(catalog.fill()[figure]);
      },
    });
  }
}

function countRequests(registry: Registry): Instrumentation["aroundRequest"] {
  const labelNames = ["method", "route", "status"] as const;
  const seconds = new Histogram({
    name: "evently_http_request_duration_seconds",
    help: "Requests answered, by route and status, and how long they took",
    labelNames,
    buckets: requestSeconds,
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: "evently_http_requests_in_flight",
    help: "Requests under way",
    registers: [registry],
  });
  return async (request, run) => {
    inFlight.inc();
    const stop = seconds.startTimer();
    try {
      const { route, status } = await run();
      stop({ method: nameMethod(request.method), route, status });
      return { route, status };
    } finally {
      inFlight.dec();
    }
  };
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Clients may send any word as method. */
function nameMethod(method: string): string {
  return methods.has(method) ? method : "other";
}

function countCalls(registry: Registry, viewers: { see(client: string): void }): Instrumentation["onCall"] {
  const duration = new Histogram({
    name: "evently_procedure_duration_seconds",
    help: "Procedures that ran, over REST and tRPC alike, by the code they ended with, and how long they took",
    labelNames: ["procedure", "code"],
    buckets: requestSeconds,
    registers: [registry],
  });
  return ({ procedure, code, seconds, client }) => {
    duration.observe({ procedure, code }, seconds);
    if (procedure === viewedBy && client !== null) viewers.see(client);
  };
}

function createViewersGauge(registry: Registry) {
  const viewers = countViewers();
  new Gauge({
    name: "evently_live_viewers",
    help: "Client addresses that asked this process for a seat map in the last 5 s; one may ask several processes",
    registers: [registry],
    collect() {
      this.set(viewers.count());
    },
  });
  return viewers;
}

function countSends(registry: Registry): Instrumentation["aroundSend"] {
  const seconds = new Histogram({
    name: "evently_table_request_duration_seconds",
    help: "Requests to the table, by operation and outcome, and how long they took with the wait for their turn",
    labelNames: ["operation", "outcome"],
    buckets: requestSeconds,
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: "evently_table_requests_in_flight",
    help: "Requests to the table under way or waiting for their turn; transactions are those of TransactWrite",
    labelNames: ["operation"],
    registers: [registry],
  });
  const conflicts = new Counter({
    name: "evently_table_conflicts_total",
    help: "Writes that the table refused because another transaction was at the same item",
    registers: [registry],
  });
  return async (operation, send) => {
    inFlight.inc({ operation });
    const stop = seconds.startTimer({ operation });
    try {
      const response = await send();
      stop({ outcome: "done" });
      return response;
    } catch (error) {
      const outcome = nameOutcome(error);
      if (outcome === "conflict") conflicts.inc();
      stop({ outcome });
      throw error;
    } finally {
      inFlight.dec({ operation });
    }
  };
}

type Refused = { name?: string; CancellationReasons?: { Code?: string }[] };

/** `refused`: a condition failed, which is an expected result. `failed`: no response, or an error. */
function nameOutcome(error: unknown): "conflict" | "refused" | "failed" {
  const { name = "", CancellationReasons = [] } = error as Refused;
  const codes = CancellationReasons.map(({ Code }) => Code);
  if (name === "TransactionConflictException" || codes.includes("TransactionConflict")) return "conflict";
  return name === "ConditionalCheckFailedException" || codes.includes("ConditionalCheckFailed") ? "refused" : "failed";
}

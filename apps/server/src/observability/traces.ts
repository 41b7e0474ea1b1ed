import type { ReportError } from "@evently/core/core";
import {
  context,
  DiagLogLevel,
  diag,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Watcher } from "./watch.ts";

export type Traces = { watcher: Watcher; end(): Promise<void> };

export type CreateTraces = { endpoint: string; name: string; version: string; reportError: ReportError };

/** So long may the last spans keep a process that is told to end. */
const patienceMs = 3_000;

const headers = {
  get: (carrier: Headers, key: string) => carrier.get(key) ?? undefined,
  keys: (carrier: Headers) => [...carrier.keys()],
};

/**
 * One span a request, a child of the caller's where it sends a W3C traceparent, with a child for everything that is asked
 * of the table meanwhile. They say which route, which operation and how it ended; of whom and for what, nothing.
 */
export function createTraces({ endpoint, name, version, reportError }: CreateTraces): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, "")}/v1/traces`,
    timeoutMillis: patienceMs,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": name, "service.version": version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const told = (error: string) => reportError("traces were not taken", { error });
  const ignore = () => undefined;
  diag.setLogger({ error: told, warn: ignore, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.ERROR);
  const tracer = provider.getTracer("evently");

  return {
    watcher: {
      aroundRequest(asked, run) {
        const from = propagation.extract(context.active(), asked.headers, headers);
        const attributes = { "http.request.method": asked.method, "evently.request_id": asked.request_id };
        return tracer.startActiveSpan(asked.method, { kind: SpanKind.SERVER, attributes }, from, (span) =>
          during(span, async () => {
            const { route, status } = await run();
            span.updateName(`${asked.method} ${route}`);
            span.setAttributes({ "http.route": route, "http.response.status_code": status });
            if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
            return { route, status };
          }),
        );
      },
      aroundSend(operation, send) {
        // What this process does unasked, such as its look at unfinished work each second, belongs to no request.
        if (!trace.getActiveSpan()) return send();
        const attributes = { "db.system.name": "aws.dynamodb", "db.operation.name": operation };
        return tracer.startActiveSpan(operation, { kind: SpanKind.CLIENT, attributes }, (span) => during(span, send));
      },
      onCall({ procedure, code }) {
        trace.getActiveSpan()?.addEvent("answered", { "evently.procedure": procedure, "evently.code": code });
      },
    },
    async end() {
      await provider.shutdown().catch((error) => reportError("the last traces were not taken", { error }));
      for (const api of [trace, context, propagation, diag]) api.disable();
    },
  };
}

/** Ends the span with what it is about; of an error its name alone, since its text may tell of somebody. */
async function during<T>(span: Span, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const message = error instanceof Error ? error.name : "unknown";
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    throw error;
  } finally {
    span.end();
  }
}

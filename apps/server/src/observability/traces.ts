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
import type { Instrumentation } from "./instrumentation.ts";

export type Traces = { instrumentation: Instrumentation; end(): Promise<void> };

export type CreateTraces = { endpoint: string; name: string; version: string; reportError: ReportError };

/** The longest that exporting the last spans may delay the process's exit. */
const timeoutMs = 3_000;

const headers = {
  get: (carrier: Headers, key: string) => carrier.get(key) ?? undefined,
  keys: (carrier: Headers) => [...carrier.keys()],
};

/**
 * One span per request, a child of the caller's if it sends a W3C traceparent, with a child span for each table
 * operation. Spans contain the route, the operation and its outcome, but no user data.
 */
export function createTraces({ endpoint, name, version, reportError }: CreateTraces): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, "")}/v1/traces`,
    timeoutMillis: timeoutMs,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": name, "service.version": version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const onError = (error: string) => reportError("traces were not taken", { error });
  const ignore = () => undefined;
  diag.setLogger({ error: onError, warn: ignore, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.ERROR);
  const tracer = provider.getTracer("evently");

  return {
    instrumentation: {
      aroundRequest({ method, request_id, ...request }, run) {
        const from = propagation.extract(context.active(), request.headers, headers);
        const attributes = { "http.request.method": method, "evently.request_id": request_id };
        return tracer.startActiveSpan(method, { kind: SpanKind.SERVER, attributes }, from, (span) =>
          during(span, async () => {
            const { route, status } = await run();
            span.updateName(`${method} ${route}`);
            span.setAttributes({ "http.route": route, "http.response.status_code": status });
            if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
            return { route, status };
          }),
        );
      },
      aroundSend(operation, send) {
        // Background work, such as the scan for scheduled work every second, belongs to no request.
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

/** Ends the span with the work; records only the name of an error, since messages may contain personal data. */
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

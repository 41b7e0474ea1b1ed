import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { EventSink } from "../event-sink.ts";
import { limitConcurrency } from "./limit-concurrency.ts";

/**
 * The port to the table: the domain sends everything through `send`, typed by the document client. Tests replace `send`
 * and nothing else.
 */
export type Table = { name: string; send: DynamoDBDocumentClient["send"]; close(): void; eventSink?: EventSink };

export type Connect = {
  endpoint: string;
  name: string;
  region: string;
  inFlight?: number;
  timeoutMs?: number;
  eventSink?: EventSink | undefined;
};

/**
 * Connects to the table at `endpoint`: a URL (with dummy credentials, never the ambient ones) or `aws` (with the
 * ambient ones). At most `inFlight` requests run at once; the others wait. A request without a response within
 * `timeoutMs` is retried.
 */
export function connectTable({
  endpoint,
  name,
  region,
  inFlight = 16,
  timeoutMs = 10_000,
  eventSink,
}: Connect): Table & { client: DynamoDBClient } {
  const local = endpoint !== "aws";
  const client = new DynamoDBClient({
    region,
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: inFlight },
    },
    ...(local ? { endpoint, credentials: { accessKeyId: "local", secretAccessKey: "local" } } : {}),
  });
  // Even without a logger the SDK copies every request and response for it: a tenth of the cost of a large transaction.
  client.middlewareStack.remove("loggerMiddleware");
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  // The request timeout starts when a request is created, so a waiting one must not be created yet.
  const inTurn = limitConcurrency(inFlight);
  const send = ((command: Parameters<typeof documents.send>[0]) =>
    inTurn(() => documents.send(command))) as DynamoDBDocumentClient["send"];
  return { name, send, client, close: () => client.destroy(), ...(eventSink ? { eventSink } : {}) };
}

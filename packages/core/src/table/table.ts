import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { EventSink } from "../event-sink.ts";
import { limitConcurrency } from "./limit-concurrency.ts";

/**
 * The narrow port to the table: all that the domain ever sends goes through `send`, typed by the document client.
 * Tests replace `send`; nothing else.
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
 * Opens the table at `endpoint`: a URL (dummy credentials, never the ambient ones) or `aws` (the ambient ones).
 * `inFlight` bounds the requests under way at once; more wait their turn. One without an answer in `timeoutMs` is sent again.
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
  // Without a logger it still copies every request and answer for one: a tenth of what a large transaction costs here.
  client.middlewareStack.remove("loggerMiddleware");
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  // The request timeout runs from the moment a request is made, so what waits for its turn must not be made yet.
  const inTurn = limitConcurrency(inFlight);
  const send = ((command: Parameters<typeof documents.send>[0]) =>
    inTurn(() => documents.send(command))) as DynamoDBDocumentClient["send"];
  return { name, send, client, close: () => client.destroy(), ...(eventSink ? { eventSink } : {}) };
}

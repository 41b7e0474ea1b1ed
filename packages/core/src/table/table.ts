import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { EventSink } from "../event-sink.ts";
import { limitConcurrency } from "./limit-concurrency.ts";
import { connectLean, type Send } from "./transport/connect-lean.ts";
import { createPost } from "./transport/post.ts";

/**
 * The narrow port to the table: all that the domain ever sends goes through `send`, typed by the document client.
 * Tests replace `send`; nothing else.
 */
export type Table = { name: string; send: DynamoDBDocumentClient["send"]; close(): void; eventSink?: EventSink };

/** What carries a command to the engine: the SDK's document client, or the few lines of `transport/` (decision 17). */
export type Transport = "sdk" | "lean";

export type Connect = {
  endpoint: string;
  name: string;
  region: string;
  transport?: Transport | undefined;
  inFlight?: number;
  timeoutMs?: number;
  eventSink?: EventSink | undefined;
};

const connectMs = 2_000;

/**
 * Opens the table at `endpoint`: a URL (dummy credentials, never the ambient ones) or `aws` (the ambient ones).
 * `inFlight` bounds the requests under way at once; more wait their turn. One without an answer in `timeoutMs` is sent again.
 */
export function connectTable(connect: Connect): Table & { client: DynamoDBClient } {
  const { endpoint, name, inFlight = 16, eventSink } = connect;
  const client = createClient(connect);
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const otherwise: Send = (command) => documents.send(command as never);
  const { transport = endpoint === "aws" ? "sdk" : "lean" } = connect;
  const carrier = transport === "lean" ? openLean(connect, client, otherwise) : { send: otherwise, close() {} };
  // The request timeout runs from the moment a request is made, so what waits for its turn must not be made yet.
  const inTurn = limitConcurrency(inFlight);
  const send: Send = (command) => inTurn(() => carrier.send(command));
  const close = () => {
    carrier.close();
    client.destroy();
  };
  return { name, send: send as unknown as Table["send"], client, close, ...(eventSink ? { eventSink } : {}) };
}

function createClient({ endpoint, region, inFlight = 16, timeoutMs = 10_000 }: Connect): DynamoDBClient {
  const local = endpoint !== "aws";
  const client = new DynamoDBClient({
    region,
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: inFlight },
    },
    ...(local ? { endpoint, credentials: { accessKeyId: "local", secretAccessKey: "local" } } : {}),
  });
  // Without a logger it still copies every request and answer for one: a tenth of what a large transaction costs here.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

function openLean(
  { endpoint, region, inFlight = 16, timeoutMs: answerMs = 10_000 }: Connect,
  client: DynamoDBClient,
  otherwise: Send,
): { send: Send; close(): void } {
  const url = endpoint === "aws" ? client.config.endpointProvider({ Region: region }).url : new URL(endpoint);
  const { post, close } = createPost({ url, inFlight, connectMs, answerMs });
  return { send: connectLean({ client, url, region, post, otherwise }), close };
}

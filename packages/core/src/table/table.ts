import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { limitConcurrency } from "../concurrency/limit-concurrency.ts";
import type { EventSink } from "../event-sink.ts";
import { connectLean, type Send } from "./transport/connect-lean.ts";
import { createPost } from "./transport/post.ts";

/**
 * The port to the table: the domain sends everything through `send`, typed by the document client. Tests replace `send`
 * and nothing else.
 */
export type Table = {
  name: string;
  send: DynamoDBDocumentClient["send"];
  close(): void;
  eventSink?: EventSink;
  /** Of a query that names no limit; otherwise as many as a megabyte holds. */
  itemsAPage?: number;
};

/**
 * The transport of a command to the engine: the SDK's document client, or the lean one in `transport/` (decision 17).
 */
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
 * Connects to the table at `endpoint`: a URL (its user name, or else a dummy, is the access key id, never the ambient
 * one) or `aws` (with the ambient credentials). At most `inFlight` requests run at once; the others wait. A request without a response within
 * `timeoutMs` is retried.
 */
export function connectTable(given: Connect): Table & { client: DynamoDBClient } {
  const connect = { ...given, ...separateKey(given.endpoint) };
  const { endpoint, name, inFlight = 16, eventSink } = connect;
  const client = createClient(connect);
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const otherwise: Send = (command) => documents.send(command as never);
  const { transport = endpoint === "aws" ? "sdk" : "lean" } = connect;
  const carrier = transport === "lean" ? openLean(connect, client, otherwise) : { send: otherwise, close() {} };
  // The request timeout starts when a request is created, so a waiting one must not be created yet.
  const inTurn = limitConcurrency(inFlight);
  const send: Send = (command) => inTurn(() => carrier.send(command));
  const close = () => {
    carrier.close();
    client.destroy();
  };
  return { name, send: send as unknown as Table["send"], client, close, ...(eventSink ? { eventSink } : {}) };
}

type Separated = { endpoint: string; accessKeyId: string };

/** No client wants a user name in its URL. */
function separateKey(endpoint: string): Separated {
  if (endpoint === "aws" || !new URL(endpoint).username) return { endpoint, accessKeyId: "local" };
  const url = new URL(endpoint);
  const accessKeyId = url.username;
  url.username = "";
  return { endpoint: url.href, accessKeyId };
}

function createClient({
  endpoint,
  accessKeyId,
  region,
  inFlight = 16,
  timeoutMs = 10_000,
}: Connect & Separated): DynamoDBClient {
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
    ...(local ? { endpoint, credentials: { accessKeyId, secretAccessKey: "local" } } : {}),
  });
  // Even without a logger the SDK copies every request and response for it: a tenth of the cost of a large transaction.
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

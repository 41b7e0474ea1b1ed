import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { decodeBinary, encodeBinary } from "./binary.ts";
import type { SendError } from "./classify-error.ts";
import { followClock } from "./follow-clock.ts";
import { type Operation, operations } from "./operations.ts";
import { type Answer, type Post, toPath } from "./post.ts";
import { readAnswer } from "./read-answer.ts";
import { sendWithRetries } from "./send-with-retries.ts";
import type { Convert } from "./shapes.ts";
import { createSigner, toCanonicalPath } from "./sign-request.ts";

export type Send = (command: { input: object }) => Promise<unknown>;

export type ConnectLean = {
  /** Whose credentials, retry strategy and quota are used. */
  client: DynamoDBClient;
  url: URL;
  region: string;
  /** Resolves once the whole answer has arrived. */
  post: Post;
  /** Sends the commands that are not in `operations`. */
  otherwise: Send;
  newId?: () => string;
};

const toWire: Convert = (record) => encodeBinary(marshall(record, { removeUndefinedValues: true }));
const fromWire: Convert = (record) => unmarshall(record as Parameters<typeof unmarshall>[0]);
const fromWireWithBinary: Convert = (record) => fromWire(decodeBinary(record));

/** Sends the document client's commands without its layers: the same requests, results, exceptions and retries. */
export function connectLean({ client, url, region, post, otherwise, newId = randomUUID }: ConnectLean): Send {
  const sign = createSigner(region);
  const clock = followClock();
  const path = toCanonicalPath(toPath(url));

  async function send({ name, input, output, complete }: Operation, given: Record<string, unknown>): Promise<unknown> {
    const message = input(complete?.(given) ?? given, toWire);
    const body = JSON.stringify(message);
    const headers = {
      "amz-sdk-invocation-id": newId(),
      "content-length": String(Buffer.byteLength(body)),
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${name}`,
    };
    const { sent, attempts } = await sendWithRetries(client, async (attempt, most) => {
      const unsigned = { ...headers, "amz-sdk-request": `attempt=${attempt}; max=${most}` };
      const credentials = await client.config.credentials();
      const sentAt = Date.now();
      const signed = sign({ host: url.host, path, headers: unsigned, body }, credentials, clock.now());
      const answer = await post(signed, body);
      return read(answer, clock.set(answer.headers, sentAt));
    });
    const convert = sent.binary ? fromWireWithBinary : fromWire;
    const result = output(sent.message, convert) as object;
    return { ...result, $metadata: { ...sent.metadata, attempts } };
  }

  return (command) => {
    const operation = operations.get(command.constructor);
    return operation ? send(operation, command.input as Record<string, unknown>) : otherwise(command);
  };
}

function read(answer: Answer, clockSkewCorrected: boolean): ReturnType<typeof readAnswer> {
  try {
    return readAnswer(answer);
  } catch (caught) {
    const error = caught as SendError;
    if (clockSkewCorrected) error.$metadata = { ...error.$metadata, clockSkewCorrected };
    throw error;
  }
}

import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { connectLean, type Send } from "../table/transport/connect-lean.ts";
import { createPost } from "../table/transport/post.ts";

/** Stands for the random id of a call in both. */
const invocation = "00000000-0000-4000-8000-000000000000";

export type TwoTransports = { sdk: Send; lean: Send; close(): void };

/**
 * The SDK's document client and the lean transport with the same settings. So that their headers can be compared, both
 * have the same invocation id, and the SDK says nothing of its version. Each has a client, and so a retry quota, of its own.
 */
export function openTwoTransports(
  endpoint: string,
  config: DynamoDBClientConfig = {},
  answerMs = 60_000,
): TwoTransports {
  const region = "eu-central-1";
  const settings = (): DynamoDBClientConfig => ({
    region,
    endpoint,
    maxAttempts: 4,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestHandler: { connectionTimeout: 2_000, requestTimeout: answerMs, throwOnRequestTimeout: true },
    ...config,
  });
  const [client, own] = [new DynamoDBClient(settings()), new DynamoDBClient(settings())];
  client.middlewareStack.remove("getUserAgentMiddleware");
  client.middlewareStack.addRelativeTo(setInvocationId, {
    name: "setInvocationId",
    relation: "after",
    toMiddleware: "retryMiddleware",
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const url = new URL(endpoint);
  const { post, close } = createPost({ url, inFlight: 16, connectMs: 2_000, answerMs });
  const otherwise = () => Promise.reject(new Error("not one of core's commands"));
  return {
    sdk: (command) => documents.send(command as never),
    lean: connectLean({ client: own, url, region, post, otherwise, newId: () => invocation }),
    close() {
      close();
      client.destroy();
      own.destroy();
    },
  };
}

type Middleware = Parameters<DynamoDBClient["middlewareStack"]["addRelativeTo"]>[0];
type Signable = { request: { headers: Record<string, string> } };

const setInvocationId = ((next: (args: Signable) => unknown) => (args: Signable) => {
  args.request.headers["amz-sdk-invocation-id"] = invocation;
  return next(args);
}) as unknown as Middleware;

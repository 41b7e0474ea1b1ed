import * as sdk from "@aws-sdk/client-dynamodb";
import { decodeBinary } from "./binary.ts";
import type { Answer } from "./post.ts";

type Exception = new (options: object) => sdk.DynamoDBServiceException;
type Body = Record<string, unknown>;

const exceptions = new Map<string, Exception>();
for (const [name, exported] of Object.entries(sdk) as [string, unknown][])
  if (isException(exported)) exceptions.set(name, exported);

function isException(exported: unknown): exported is Exception {
  return typeof exported === "function" && exported.prototype instanceof sdk.DynamoDBServiceException;
}

/** The SDK's exception for an answer of status 300 or more; DynamoDBServiceException if the SDK has none for it. */
export function toException(answer: Answer, body: Body, binary: boolean): sdk.DynamoDBServiceException {
  const code = readCode(answer, body);
  const known = exceptions.get(code);
  const exception = known
    ? new known({})
    : new sdk.DynamoDBServiceException({
        name: code,
        $fault: answer.status < 500 ? "client" : "server",
        $metadata: {},
      });
  const { message, Message, ...details } = body;
  if (binary) decodeItems(details);
  for (const [name, value] of Object.entries(details)) {
    if (value !== null) Object.assign(exception, { [name]: value });
  }
  // Some exceptions also have a field `Message` with the same text.
  Reflect.deleteProperty(exception, "Message");
  exception.message = String(message || Message || "UnknownError");
  return exception;
}

/** `com.amazonaws.dynamodb.v20120810#ThrottlingException` and `ThrottlingException:http://...` are ThrottlingException. */
function readCode({ headers }: Answer, { __type, code, Code }: Body): string {
  const written = __type ?? code ?? Code ?? headers["x-amzn-errortype"] ?? "Unknown";
  const [clean = ""] = String(written).split(/[,:]/);
  return clean.slice(clean.indexOf("#") + 1);
}

/** The items of failed conditions stay attribute values; core unmarshalls them. */
function decodeItems({ Item, CancellationReasons }: Body): void {
  if (Item) decodeBinary(Item);
  for (const reason of (CancellationReasons ?? []) as { Item?: object }[]) if (reason.Item) decodeBinary(reason.Item);
}

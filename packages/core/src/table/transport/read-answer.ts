import { crc32 } from "node:zlib";
import type { Answer } from "./post.ts";
import { toException } from "./to-exception.ts";

export type Metadata = {
  httpStatusCode?: number;
  requestId?: string | undefined;
  extendedRequestId?: string | undefined;
  cfId?: string | undefined;
  attempts?: number;
  clockSkewCorrected?: boolean;
};

/** An answer's message, not yet converted; `binary` if it may contain base64. */
export type Output = { message: Record<string, unknown>; binary: boolean; metadata: Metadata };

/** Throws the SDK's exception if the answer is an error, with the answer in its `$response`. */
export function readAnswer(answer: Answer): Output {
  const metadata = readMetadata(answer);
  try {
    checkSum(answer);
    const text = answer.body.toString("utf8");
    const binary = text.includes('"B"') || text.includes('"BS"');
    const message = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (answer.status >= 300) throw toException(answer, message, binary);
    return { message, binary, metadata };
  } catch (error) {
    Object.defineProperty(error, "$response", { value: answer, enumerable: false });
    throw Object.assign(error as Error, { $metadata: metadata });
  }
}

function readMetadata({ status, headers }: Answer): Metadata {
  const header = (name: string) => headers[name] as string | undefined;
  return {
    httpStatusCode: status,
    requestId: header("x-amzn-requestid") ?? header("x-amzn-request-id") ?? header("x-amz-request-id"),
    extendedRequestId: header("x-amz-id-2"),
    cfId: header("x-amz-cf-id"),
  };
}

/** Throws if the body is not what the engine sent; the request is then retried. */
function checkSum({ headers, body }: Answer): void {
  const expected = headers["x-amz-crc32"];
  if (expected === undefined) return;
  const found = crc32(body);
  if (found !== Number(expected)) {
    throw Object.assign(new Error(`the answer's CRC32 is ${found}, not ${expected}`), { name: "ChecksumError" });
  }
}

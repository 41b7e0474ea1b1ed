import { crc32 } from "node:zlib";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as fc from "fast-check";
import { attributes, type CommandCase } from "./arbitrary-commands.ts";
import type { Reply } from "./scripted-engine.ts";

const codes = [
  "ConditionalCheckFailedException",
  "TransactionCanceledException",
  "TransactionConflictException",
  "TransactionInProgressException",
  "IdempotentParameterMismatchException",
  "ItemCollectionSizeLimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "Throttling",
  "SlowDown",
  "TooManyRequestsException",
  "RequestTimeout",
  "ReplicatedWriteConflictException",
  "ResourceNotFoundException",
  "InternalServerError",
  "ServiceUnavailable",
  "ValidationException",
  "SerializationException",
  "UnrecognizedClientException",
  "AccessDeniedException",
  "InvalidSignatureException",
  "NobodyKnowsThisException",
];

/** Items as they are on the wire: what core stores, bytes as base64. */
const item = attributes.map((plain) =>
  JSON.parse(JSON.stringify(marshall(plain, { removeUndefinedValues: true }), toBase64)),
);
const items = fc.array(item, { maxLength: 4 });
const perTable = <T>(values: fc.Arbitrary<T>) =>
  fc.dictionary(fc.stringMatching(/^[a-z]{3,9}$/), values, { maxKeys: 2 });
const capacity = fc.record({ TableName: fc.string(), CapacityUnits: fc.integer({ max: 99 }) });
const optional = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] });

const bodies: Record<CommandCase["kind"], fc.Arbitrary<unknown>> = {
  get: optional({ Item: item, ConsumedCapacity: capacity }),
  batchGet: optional({ Responses: perTable(items), UnprocessedKeys: perTable(fc.record({ Keys: items })) }),
  transactGet: optional({ Responses: fc.array(optional({ Item: item }), { maxLength: 4 }) }),
  query: optional({ Items: items, Count: fc.nat(), ScannedCount: fc.nat(), LastEvaluatedKey: item }),
  scan: optional({ Items: items, Count: fc.nat(), LastEvaluatedKey: item }),
  update: optional({ Attributes: item, ConsumedCapacity: capacity }),
  transactWrite: optional({ ConsumedCapacity: fc.array(capacity, { maxLength: 2 }) }),
};

const headers = fc.record(
  {
    "x-amzn-requestid": fc.stringMatching(/^[A-Z0-9]{10,52}$/),
    date: fc.integer({ min: -120, max: 120 }).map((seconds) => new Date(frozen + seconds * 1_000).toUTCString()),
    age: fc.constant("3"),
  },
  { requiredKeys: [] },
);
/** When the clocks of these tests stand still. */
export const frozen = Date.parse("2026-03-01T09:30:00.250Z");

const success = (kind: CommandCase["kind"]): fc.Arbitrary<Reply> =>
  fc
    .tuple(
      fc.oneof(
        bodies[kind].map((body) => JSON.stringify(body)),
        fc.constant(""),
      ),
      headers,
      fc.boolean(),
    )
    .map(([body, given, sum]) => ({ body, headers: sum ? { ...given, "x-amz-crc32": String(crc32(body)) } : given }));

const prefix = fc.constantFrom("", "com.amazonaws.dynamodb.v20120810#", "com.amazon.coral.service#");
const suffix = fc.constantFrom("", ":http://internal.amazon.com/coral/");
const spell = (name: fc.Arbitrary<string>) => fc.tuple(prefix, name, suffix).map((parts) => parts.join(""));
const reason = optional({
  Code: fc.constantFrom("None", "ConditionalCheckFailed", "TransactionConflict"),
  Message: fc.string(),
  Item: item,
});
const wording = optional({ message: fc.string(), Message: fc.string() });
const bodyOf = (name: fc.Arbitrary<string>, details: fc.Arbitrary<object>) =>
  fc
    .tuple(spell(name), wording, details)
    .map(([__type, words, remaining]) => JSON.stringify({ __type, ...words, ...remaining }));
const error = fc.oneof(
  bodyOf(fc.constantFrom(...codes), fc.constant({})),
  bodyOf(fc.constant("ConditionalCheckFailedException"), optional({ Item: item })),
  bodyOf(
    fc.constant("TransactionCanceledException"),
    optional({ CancellationReasons: fc.array(reason, { maxLength: 4 }) }),
  ),
);
const inHeader = fc.record({ "x-amzn-errortype": spell(fc.constantFrom(...codes)) });
const failure: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({
    status: fc.constantFrom(302, 400, 400, 400, 403, 413, 429, 500, 503),
    headers,
    body: error,
  }),
  fc.record({ status: fc.constantFrom(400, 500), headers: inHeader, body: fc.constantFrom("", "{}") }),
  fc.record({
    status: fc.constantFrom(200, 302, 400, 502, 503),
    headers,
    body: fc.constant("<html>Service Unavailable</html>"),
  }),
  fc.constant("hang up" as const),
);

/** Some failures, and then success or not: as many replies as a call may ask for. */
export const replies = (kind: CommandCase["kind"]): fc.Arbitrary<Reply[]> =>
  fc
    .tuple(fc.array(failure, { maxLength: 3 }), fc.oneof(success(kind), failure))
    .map(([failures, last]) => [...failures, last, last, last, last]);

function toBase64(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key];
  return raw instanceof Uint8Array ? Buffer.from(raw).toString("base64") : value;
}

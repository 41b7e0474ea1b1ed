import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";

const text = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
const name = fc.oneof(fc.stringMatching(/^[#:a-z]\w{0,8}$/), text).filter((key) => key !== "__proto__");
const bytes = fc.uint8Array({ maxLength: 40 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true, max: 2 ** 53 - 1, min: -(2 ** 53 - 1) });

/** All that an attribute may hold, `undefined` too, which is left out of what is sent. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.oneof(fc.integer(), finite, fc.maxSafeInteger(), fc.bigInt()),
    fc.oneof(fc.boolean(), fc.constant(null), fc.constant(undefined), bytes),
    fc.oneof(
      fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).map((members) => new Set(members)),
      fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }).map((members) => new Set(members)),
      fc.array(bytes, { minLength: 1, maxLength: 3 }).map((members) => new Set(members)),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
}));

export const attributes = fc.dictionary(name, value, { maxKeys: 6 });

const names = fc.dictionary(name, text, { maxKeys: 3 });
const consistent = fc.boolean();
const capacity = fc.constantFrom("TOTAL", "INDEXES", "NONE");
const onFailure = fc.constantFrom("ALL_OLD", "NONE");

/** Some of the fields, in the order that the SDK writes them; an `undefined` one counts as none. */
const some = (required: string[], fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([key, values]) => [
        key,
        required.includes(key) ? values : fc.option(values, { nil: undefined }),
      ]),
    ),
  );

const condition = {
  TableName: text,
  ConditionExpression: text,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: attributes,
  ReturnValuesOnConditionCheckFailure: onFailure,
};
const keyed = some(["Key", "TableName"], { Key: attributes, ...condition });
const write = fc.oneof(
  keyed.map((ConditionCheck) => ({ ConditionCheck })),
  some(["Item", "TableName"], { Item: attributes, ...condition }).map((Put) => ({ Put })),
  keyed.map((Delete) => ({ Delete })),
  some(["Key", "UpdateExpression"], { Key: attributes, UpdateExpression: text, ...condition }).map((Update) => ({
    Update,
  })),
);
const reads = some(["Keys"], {
  Keys: fc.array(attributes, { maxLength: 3 }),
  ConsistentRead: consistent,
  ProjectionExpression: text,
  ExpressionAttributeNames: names,
});
const get = some(["Key"], {
  Key: attributes,
  TableName: text,
  ProjectionExpression: text,
  ExpressionAttributeNames: names,
});

const inputs = {
  get: some(["Key"], {
    TableName: text,
    Key: attributes,
    ConsistentRead: consistent,
    ReturnConsumedCapacity: capacity,
    ProjectionExpression: text,
    ExpressionAttributeNames: names,
  }),
  batchGet: some(["RequestItems"], {
    RequestItems: fc.dictionary(name, reads, { maxKeys: 2 }),
    ReturnConsumedCapacity: capacity,
  }),
  transactGet: some(["TransactItems"], {
    TransactItems: fc.array(
      get.map((Get) => ({ Get })),
      { maxLength: 4 },
    ),
    ReturnConsumedCapacity: capacity,
  }),
  query: some([], {
    TableName: text,
    IndexName: text,
    Select: fc.constantFrom("COUNT", "ALL_ATTRIBUTES"),
    Limit: fc.nat(),
    ConsistentRead: consistent,
    ScanIndexForward: fc.boolean(),
    ExclusiveStartKey: attributes,
    ReturnConsumedCapacity: capacity,
    ProjectionExpression: text,
    FilterExpression: text,
    KeyConditionExpression: text,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: attributes,
  }),
  scan: some([], {
    TableName: text,
    Limit: fc.nat(),
    ExclusiveStartKey: attributes,
    TotalSegments: fc.nat(),
    Segment: fc.nat(),
    ProjectionExpression: text,
    FilterExpression: text,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: attributes,
    ConsistentRead: consistent,
  }),
  update: some(["Key"], {
    TableName: text,
    Key: attributes,
    ReturnValues: fc.constantFrom("ALL_NEW", "NONE"),
    ReturnConsumedCapacity: capacity,
    UpdateExpression: text,
    ConditionExpression: text,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: attributes,
    ReturnValuesOnConditionCheckFailure: onFailure,
  }),
  transactWrite: some(["TransactItems", "ClientRequestToken"], {
    TransactItems: fc.array(write, { maxLength: 5 }),
    ReturnConsumedCapacity: capacity,
    ClientRequestToken: fc.uuid(),
  }),
};

/** A command as core could send it: made anew for each transport, since a command keeps what was added to it. */
export type CommandCase = { kind: keyof typeof inputs; make: () => { input: object } };

const made = (kind: CommandCase["kind"], create: new (input: never) => { input: object }) =>
  inputs[kind].map((input): CommandCase => ({ kind, make: () => new create(input as never) }));

export const commands: fc.Arbitrary<CommandCase> = fc.oneof(
  made("get", GetCommand),
  made("batchGet", BatchGetCommand),
  made("transactGet", TransactGetCommand),
  made("query", QueryCommand),
  made("scan", ScanCommand),
  made("update", UpdateCommand),
  made("transactWrite", TransactWriteCommand),
);

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
import { afterAll, beforeAll, expect, it } from "vitest";
import { indexes } from "../keys.ts";
import { provision } from "../provision.ts";
import { connectTable, type Table } from "../table.ts";
import type { Send } from "./connect-lean.ts";

/** What two transports make of the same engine: what one writes the other reads, and both are refused alike. */
const numRuns = process.env.EVENTLY_PROOF ? 1_000 : 40;
const TableName = `both-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
const open = (transport: "sdk" | "lean") =>
  connectTable({ endpoint: process.env.DYNAMODB_ENDPOINT ?? "", name: TableName, region: "us-east-1", transport });
const tables = [open("sdk"), open("lean")] as const;
const [sdk, lean] = tables.map((table: Table) => table.send as unknown as Send) as [Send, Send];

beforeAll(() => provision(tables[0].client, TableName));
afterAll(() => {
  for (const table of tables) table.close();
});

const number = fc.oneof(
  fc.integer(),
  fc.integer().map((cents) => cents / 100),
  fc.maxSafeInteger(),
);
const text = fc.string({ unit: "grapheme" });
const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
/** Those that a key or an index is made of may hold text alone. */
const taken = new Set(["pk", "sk", ...Object.values(indexes).flatMap(({ hash, range }) => [hash, range])]);
const name = fc.stringMatching(/^[a-z]\w{0,8}$/).filter((key) => !taken.has(key));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null), bytes),
    fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }).map((members) => new Set(members)),
    fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }).map((members) => new Set(members)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
}));
const items = fc.array(fc.dictionary(name, value, { maxKeys: 6 }), { minLength: 1, maxLength: 5 });
let keys = 0;

it("each reads what the other wrote, by every way to read", async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.boolean(), async (contents, byLean) => {
      const pk = `item-${keys++}`;
      const stored = contents.map((content, n) => ({ ...content, pk, sk: `${n}` }));
      const puts = stored.map((Item) => ({ Put: { TableName, Item } }));
      await (byLean ? lean : sdk)(new TransactWriteCommand({ TransactItems: puts }));
      const Keys = stored.map(({ sk }) => ({ pk, sk }));
      const reads = [
        () => new GetCommand({ TableName, Key: { pk, sk: "0" }, ConsistentRead: true }),
        () => new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
        () => new TransactGetCommand({ TransactItems: Keys.map((Key) => ({ Get: { TableName, Key } })) }),
        () => queryOf(pk, 2),
        () => new ScanCommand({ TableName, ConsistentRead: true, Limit: 1_000, ReturnConsumedCapacity: "TOTAL" }),
      ];
      for (const read of reads) expect(await resultOf(lean, read())).toStrictEqual(await resultOf(sdk, read()));
      expect(await resultOf(lean, reads[3]?.() ?? queryOf(pk, 2))).toMatchObject({ Items: stored.slice(0, 2) });
    }),
    { numRuns },
  );
});

it("both are refused in the same words, with the items that stood in the way", async () => {
  await fc.assert(
    fc.asyncProperty(items, async (contents) => {
      const pk = `item-${keys++}`;
      const stored = contents.map((content, n) => ({ ...content, pk, sk: `${n}` }));
      const put = () =>
        new TransactWriteCommand({
          TransactItems: stored.map((Item) => ({
            Put: {
              TableName,
              Item,
              ConditionExpression: "attribute_not_exists(pk)",
              ReturnValuesOnConditionCheckFailure: "ALL_OLD",
            },
          })),
        });
      const update = (condition: string, to = "SET seen = :one") =>
        new UpdateCommand({
          TableName,
          Key: { pk, sk: "0" },
          UpdateExpression: to,
          ConditionExpression: condition,
          ExpressionAttributeValues: { ":one": 1 },
          ReturnValues: "ALL_NEW",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        });
      await lean(put());
      const refused = [
        put,
        () => update("attribute_not_exists(pk)"),
        () => update("pk = pk", "SET"),
        () => update("pk = :one"),
      ];
      for (const make of refused) expect(await errorOf(lean, make())).toStrictEqual(await errorOf(sdk, make()));
      expect(await resultOf(lean, update("attribute_exists(pk)"))).toStrictEqual(
        await resultOf(sdk, update("attribute_exists(pk)")),
      );
    }),
    { numRuns },
  );
});

function queryOf(pk: string, Limit: number) {
  return new QueryCommand({
    TableName,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
    ConsistentRead: true,
    Limit,
  });
}

async function resultOf(send: Send, command: { input: object }) {
  const { $metadata, ...result } = (await send(command)) as { $metadata: { httpStatusCode: number; attempts: number } };
  return { ...result, status: $metadata.httpStatusCode, attempts: $metadata.attempts };
}

async function errorOf(send: Send, command: { input: object }) {
  const error = (await send(command).then(
    () => expect.unreachable("it was not refused"),
    (thrown) => thrown,
  )) as Error & { $metadata: { httpStatusCode: number; attempts: number } };
  const { $metadata, ...own } = error;
  const { httpStatusCode: status, attempts } = $metadata;
  return { ...own, thrownBy: error.constructor, message: error.message, status, attempts };
}

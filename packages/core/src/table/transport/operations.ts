import { randomUUID } from "node:crypto";
import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { attributes, each, fields, type Shape } from "./shapes.ts";

/** `name` is DynamoDB's; `complete` adds what the SDK would add to a request. */
export type Operation = {
  name: string;
  input: Shape;
  output: Shape;
  complete?: (input: Record<string, unknown>) => Record<string, unknown>;
};

const page = {
  input: fields({ ExclusiveStartKey: attributes, ExpressionAttributeValues: attributes }),
  output: fields({ Items: each(attributes), LastEvaluatedKey: attributes }),
};
const collection = fields({ ItemCollectionKey: attributes });
const write = fields({ Key: attributes, Item: attributes, ExpressionAttributeValues: attributes });

/** The commands that core sends, without the legacy parameters that expressions replaced (Expected, KeyConditions, ...). */
export const operations: ReadonlyMap<unknown, Operation> = new Map<unknown, Operation>([
  [GetCommand, { name: "GetItem", input: fields({ Key: attributes }), output: fields({ Item: attributes }) }],
  [
    BatchGetCommand,
    {
      name: "BatchGetItem",
      input: fields({ RequestItems: each(fields({ Keys: each(attributes) })) }),
      output: fields({
        Responses: each(each(attributes)),
        UnprocessedKeys: each(fields({ Keys: each(attributes) })),
      }),
    },
  ],
  [
    TransactGetCommand,
    {
      name: "TransactGetItems",
      input: fields({ TransactItems: each(fields({ Get: fields({ Key: attributes }) })) }),
      output: fields({ Responses: each(fields({ Item: attributes })) }),
    },
  ],
  [QueryCommand, { name: "Query", ...page }],
  [ScanCommand, { name: "Scan", ...page }],
  [
    UpdateCommand,
    {
      name: "UpdateItem",
      input: fields({ Key: attributes, ExpressionAttributeValues: attributes }),
      output: fields({ Attributes: attributes, ItemCollectionMetrics: collection }),
    },
  ],
  [
    TransactWriteCommand,
    {
      name: "TransactWriteItems",
      input: fields({ TransactItems: each(each(write)) }),
      output: fields({ ItemCollectionMetrics: each(each(collection)) }),
      // Without a token, a request that is sent twice would be executed twice.
      complete: (input) => (input.ClientRequestToken ? input : { ...input, ClientRequestToken: randomUUID() }),
    },
  ],
]);

import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { catalogAttributes, indexes, ttlAttribute } from "./keys.ts";

/** Creates the table with its three indexes if it is missing and waits until it is active. Idempotent. */
export async function provision(client: DynamoDBClient, name: string): Promise<{ created: boolean }> {
  const created = (await statusOf(client, name)) === null && (await create(client, name));
  for (let wait = 50; (await statusOf(client, name)) !== "ACTIVE"; wait = Math.min(2_000, wait * 2)) {
    await new Promise((resume) => setTimeout(resume, wait));
  }
  if (created) {
    const TimeToLiveSpecification = { AttributeName: ttlAttribute, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
  }
  return { created };
}

/** Whether this process created the table: of several that find it missing, one does, and sets its TTL. */
async function create(client: DynamoDBClient, name: string): Promise<boolean> {
  try {
    await client.send(new CreateTableCommand(describeTable(name)));
    return true;
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
}

async function statusOf(client: DynamoDBClient, name: string): Promise<string | null> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

function describeTable(TableName: string) {
  const ranges = Object.values(indexes).flatMap(({ hash, range }) => [hash, range]);
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST" as const,
    AttributeDefinitions: ["pk", "sk", ...ranges].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S" as const,
    })),
    KeySchema: keySchema("pk", "sk"),
    GlobalSecondaryIndexes: [
      describeIndex("byUser", { ProjectionType: "ALL" }),
      describeIndex("catalog", { ProjectionType: "INCLUDE", NonKeyAttributes: catalogAttributes }),
      describeIndex("due", { ProjectionType: "KEYS_ONLY" }),
    ],
  };
}

function describeIndex(
  index: keyof typeof indexes,
  Projection: GlobalSecondaryIndex["Projection"],
): GlobalSecondaryIndex {
  const { name, hash, range } = indexes[index];
  return { IndexName: name, KeySchema: keySchema(hash, range), Projection };
}

function keySchema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: "HASH" as const },
    { AttributeName: range, KeyType: "RANGE" as const },
  ];
}

import type { Config } from "@evently/core/config";
import type { EventSink } from "@evently/core/event-sink";
import { provision } from "@evently/core/table/provision";
import { connectTable, type Table } from "@evently/core/table/table";

type Settings = Pick<Config, "DYNAMODB_ENDPOINT" | "DYNAMODB_TRANSPORT" | "DYNAMODB_TABLE_NAME" | "AWS_REGION">;

const timeoutMs = 60_000;
const pauseMs = 500;

/**
 * Connects to the table and creates it if it is missing; waits up to a minute for an engine that is still starting.
 * Throws a one-sentence error.
 */
export async function openTable(settings: Settings, eventSink?: EventSink): Promise<Table> {
  const { DYNAMODB_ENDPOINT, DYNAMODB_TABLE_NAME } = settings;
  const table = connectTable({
    endpoint: DYNAMODB_ENDPOINT,
    name: DYNAMODB_TABLE_NAME,
    region: settings.AWS_REGION,
    transport: settings.DYNAMODB_TRANSPORT,
    eventSink,
  });
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await provision(table.client, table.name);
      return table;
    } catch (error) {
      if (isRefused(error) || Date.now() > deadline) {
        const at = DYNAMODB_ENDPOINT.replace(/\/\/.*@/, "//");
        throw new Error(`The table ${table.name} at ${at} can't be used: ${String(error)}`);
      }
    }
    await new Promise((resume) => setTimeout(resume, pauseMs));
  }
}

/** Whether the engine rejected the request, which waiting doesn't change. */
function isRefused(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
}

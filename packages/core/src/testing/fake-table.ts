import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/**
 * A table without an engine: every request is passed to `answer` with the number of requests before it, and kept in
 * `inputs`. An Error that is returned is thrown, as the SDK does.
 */
export function fakeTable<Input = unknown>(
  answer: (input: Input, before: number) => unknown,
): { table: Table; inputs: Input[] } {
  const inputs: Input[] = [];
  const nowhere: Table = { name: "evently", send: () => Promise.reject(new Error("there is no engine")), close() {} };
  const table = interpose(nowhere, async (command) => {
    const input = command.input as Input;
    const given = await answer(input, inputs.push(input) - 1);
    if (given instanceof Error) throw given;
    return given;
  });
  return { table, inputs };
}

/** A request without a response of the engine. */
export const silence = () => new Error("socket hang up");

/** A single write whose condition this item failed. */
export const refusedBy = (item: Record<string, unknown>) =>
  new ConditionalCheckFailedException({ message: "no", $metadata: {}, Item: marshall(item) });

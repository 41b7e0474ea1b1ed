import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "../table/table.ts";
import { interpose } from "./interpose.ts";

/**
 * A table without an engine: every request is answered by `answer`, which is told how many came before, and is kept in
 * `inputs`. An Error that is answered is thrown, as the client throws it.
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

/** A request that the engine gave no answer to. */
export const silence = () => new Error("socket hang up");

/** A single write whose condition this item did not meet. */
export const refusedBy = (item: Record<string, unknown>) =>
  new ConditionalCheckFailedException({ message: "no", $metadata: {}, Item: marshall(item) });

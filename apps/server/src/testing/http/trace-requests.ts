import type { Table } from "@evently/core/table/table";
import { interpose } from "@evently/core/testing/interpose";
import { longestChain, type Span } from "./longest-chain.ts";

type Request = Span & { name: string };

export type RequestTrace = {
  wrap(table: Table): Table;
  /** Runs a call; resolves to its response and the names of the sequential table requests it waited for. */
  during<T>(call: () => Promise<T>): Promise<{ answer: T; chain: string[] }>;
};

/** Wraps a table to record the start and end of each request. */
export function traceRequests(): RequestTrace {
  let requests: Request[] = [];
  let moment = 0;
  return {
    wrap: (table) =>
      interpose(table, async (command, send) => {
        const request: Request = { name: nameRequest(command), began: moment++, ended: null };
        requests.push(request);
        try {
          return await send();
        } finally {
          request.ended = moment++;
        }
      }),
    async during(call) {
      requests = [];
      const answer = await call();
      return { answer, chain: longestChain(requests, moment).map(({ name }) => name) };
    },
  };
}

function nameRequest(command: { input: unknown }): string {
  const kind = command.constructor.name.replace(/Command$/, "");
  const input = command.input as { TransactItems?: object[]; Key?: { pk: string }; RequestItems?: object };
  if (input.TransactItems) return `${kind} of ${input.TransactItems.length}`;
  return input.Key ? `${kind} ${input.Key.pk.replace(/-.*/, "")}` : kind;
}

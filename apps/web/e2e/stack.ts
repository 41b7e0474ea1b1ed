/**
 * The servers of the stories, all on one table. `usual` is what visitors get; on `shortLived` a hold lasts six seconds and
 * takes four seats; behind `stranded` no API answers.
 */
export type Server = "usual" | "shortLived" | "stranded";

export type Stack = {
  sites: Record<Server, string>;
  apis: Record<Exclude<Server, "stranded">, string>;
  /** The environment in which our commands use the same table and ledger. */
  settings: Record<string, string>;
};

const name = "EVENTLY_STACK";

/** Passed from the set-up to the workers, which start after it. */
export function publishStack(stack: Stack): void {
  process.env[name] = JSON.stringify(stack);
}

export function readStack(): Stack {
  const text = process.env[name];
  if (!text) throw new Error("The stack is not running: start stories with `playwright test`.");
  return JSON.parse(text) as Stack;
}

/**
 * The servers that the stories talk to, all on one table. `usual` is what visitors get; on `hasty` a hold lasts six
 * seconds and takes four seats; behind `stranded` no API answers, so it has none to name.
 */
export type Server = "usual" | "hasty" | "stranded";

export type Stack = {
  sites: Record<Server, string>;
  apis: Record<Exclude<Server, "stranded">, string>;
  /** What a command of ours needs to see the same table and the same ledger. */
  settings: Record<string, string>;
};

const name = "EVENTLY_STACK";

/** Told by the set-up to the workers, which are started after it. */
export function publishStack(stack: Stack): void {
  process.env[name] = JSON.stringify(stack);
}

export function readStack(): Stack {
  const text = process.env[name];
  if (!text) throw new Error("The stack is not up: stories run by `playwright test`.");
  return JSON.parse(text) as Stack;
}

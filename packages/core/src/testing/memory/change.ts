import type { Item } from "../../table/transact.ts";
import type { Expression } from "./condition.ts";
import { type Evaluate, type Path, readOperand, readPath, type Scope, Tokens, valueAt } from "./tokens.ts";

/** Writes into `after`, which is not the item of the scope. */
type Change = (scope: Scope, after: Item) => void;

const parsed = new Map<string, Change[]>();

/** The item after an update. Throws on syntax that this code base doesn't use. */
export function updated({ expression, names, values }: Expression, item: Item): Item {
  const changes = parsed.get(expression) ?? parse(expression);
  parsed.set(expression, changes);
  const after = { ...item };
  for (const change of changes) change({ names, values, item }, after);
  return after;
}

const clauses: Readonly<Record<string, (tokens: Tokens) => Change>> = {
  SET: readSet,
  REMOVE: readRemove,
  ADD: readAdd,
  DELETE: readDelete,
};

function parse(expression: string): Change[] {
  const tokens = new Tokens(expression);
  const changes: Change[] = [];
  do {
    const read = clauses[tokens.take()] ?? tokens.fail();
    do changes.push(read(tokens));
    while (tokens.skip(","));
  } while (!tokens.isAtEnd);
  return changes;
}

function readSet(tokens: Tokens): Change {
  const path = readPath(tokens);
  tokens.need("=");
  const value = readSum(tokens);
  return (scope, after) => {
    const set = value(scope);
    put(after, path(scope), set === undefined ? tokens.fail() : set);
  };
}

function readSum(tokens: Tokens): Evaluate {
  const left = readTerm(tokens);
  if (!tokens.skip("+")) return left;
  const right = readTerm(tokens);
  return (scope) => asNumber(tokens, left(scope)) + asNumber(tokens, right(scope));
}

/** As the engine, which adds to nothing but a number. */
const asNumber = (tokens: Tokens, value: unknown): number => (typeof value === "number" ? value : tokens.fail());

function readTerm(tokens: Tokens): Evaluate {
  if (tokens.skip("if_not_exists")) {
    const [path, otherwise] = readPair(tokens, readPath, readTerm);
    return (scope) => {
      const found = valueAt(scope.item, path(scope));
      return found === undefined ? otherwise(scope) : found;
    };
  }
  if (tokens.skip("list_append")) {
    const [first, second] = readPair(tokens, readTerm, readTerm);
    return (scope) => [...(first(scope) as unknown[]), ...(second(scope) as unknown[])];
  }
  return readOperand(tokens);
}

function readPair<A, B>(tokens: Tokens, first: (tokens: Tokens) => A, second: (tokens: Tokens) => B): [A, B] {
  tokens.need("(");
  const left = first(tokens);
  tokens.need(",");
  const right = second(tokens);
  tokens.need(")");
  return [left, right];
}

function readRemove(tokens: Tokens): Change {
  const path = readPath(tokens);
  return (scope, after) => put(after, path(scope), undefined);
}

function readAdd(tokens: Tokens): Change {
  return readOf(tokens, (old, value) => {
    if (value instanceof Set) return new Set([...((old as Set<unknown> | undefined) ?? []), ...value]);
    return asNumber(tokens, old ?? 0) + asNumber(tokens, value);
  });
}

function readDelete(tokens: Tokens): Change {
  return readOf(tokens, (old, value) => {
    const [had, gone] = [(old as Set<unknown> | undefined) ?? new Set(), value as Set<unknown>];
    const left = new Set([...had].filter((entry) => !gone.has(entry)));
    return left.size > 0 ? left : undefined;
  });
}

function readOf(tokens: Tokens, change: (old: unknown, value: unknown) => unknown): Change {
  const path: Path = readPath(tokens);
  if (!tokens.next?.startsWith(":")) tokens.fail();
  const value = readOperand(tokens);
  return (scope, after) => put(after, path(scope), change(valueAt(scope.item, path(scope)), value(scope)));
}

/** Copies the maps on the way, which the item before still has. */
function put(after: Item, path: readonly string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length > 0) {
    const map = after[first];
    if (typeof map !== "object" || map === null) throw new Error(`no map at ${first}`);
    const copy = { ...(map as Item) };
    put(copy, rest, value);
    after[first] = copy;
  } else if (value === undefined) delete after[first];
  else after[first] = value;
}

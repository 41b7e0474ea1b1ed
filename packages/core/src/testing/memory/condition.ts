import type { Item } from "../../table/transact.ts";
import { type Evaluate, isSame, readOperand, readPath, type Scope, Tokens, valueAt } from "./tokens.ts";

/** An expression with its names and values. */
export type Expression = { expression: string; names: Record<string, string>; values: Item };

type Condition = (scope: Scope) => boolean;

const parsed = new Map<string, Condition>();

/** Whether a condition is met by an item, empty where there is none. Throws on syntax that this code base doesn't use. */
export function isTrue({ expression, names, values }: Expression, item: Item): boolean {
  const condition = parsed.get(expression) ?? parse(expression);
  parsed.set(expression, condition);
  return condition({ names, values, item });
}

function parse(expression: string): Condition {
  const tokens = new Tokens(expression);
  const condition = readEither(tokens);
  return tokens.isAtEnd ? condition : tokens.fail();
}

function readEither(tokens: Tokens): Condition {
  const parts = [readBoth(tokens)];
  while (tokens.skip("OR")) parts.push(readBoth(tokens));
  return (scope) => parts.some((part) => part(scope));
}

function readBoth(tokens: Tokens): Condition {
  const parts = [readOne(tokens)];
  while (tokens.skip("AND")) parts.push(readOne(tokens));
  return (scope) => parts.every((part) => part(scope));
}

function readOne(tokens: Tokens): Condition {
  if (tokens.skip("(")) {
    const inner = readEither(tokens);
    tokens.need(")");
    return inner;
  }
  for (const word of ["attribute_exists", "attribute_not_exists"] as const) {
    if (!tokens.skip(word)) continue;
    tokens.need("(");
    const path = readPath(tokens);
    tokens.need(")");
    return (scope) => (valueAt(scope.item, path(scope)) !== undefined) === (word === "attribute_exists");
  }
  return readComparison(tokens, readOperand(tokens));
}

function readComparison(tokens: Tokens, left: Evaluate): Condition {
  const sign = tokens.take();
  if (sign === "IN") {
    tokens.need("(");
    const all = [readOperand(tokens)];
    while (tokens.skip(",")) all.push(readOperand(tokens));
    tokens.need(")");
    return (scope) => all.some((item) => compare["="]?.(left(scope), item(scope)));
  }
  const holds = compare[sign] ?? tokens.fail();
  const right = readOperand(tokens);
  return (scope) => holds(left(scope), right(scope));
}

/** What is missing is unlike everything, and neither less nor more; so is a value of another type. */
const compare: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  "=": (left, right) => left !== undefined && isSame(left, right),
  "<>": (left, right) => left === undefined || !isSame(left, right),
  "<": (left, right) => order(left, right, (a, b) => a < b),
  "<=": (left, right) => order(left, right, (a, b) => a <= b),
  ">": (left, right) => order(left, right, (a, b) => a > b),
  ">=": (left, right) => order(left, right, (a, b) => a >= b),
};

function order(left: unknown, right: unknown, isMet: <T extends number | string>(a: T, b: T) => boolean): boolean {
  if (typeof left === "number" && typeof right === "number") return isMet(left, right);
  return typeof left === "string" && typeof right === "string" && isMet(left, right);
}

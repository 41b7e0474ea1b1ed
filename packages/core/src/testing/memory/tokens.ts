import { isDeepStrictEqual } from "node:util";
import type { Item } from "../../table/transact.ts";

/** The names and values of one request, and the item as it was before it. */
export type Scope = { names: Record<string, string>; values: Item; item: Item };
export type Evaluate = (scope: Scope) => unknown;
export type Path = (scope: Scope) => string[];

/** Reads an expression word by word; throws on what it doesn't support. */
export class Tokens {
  readonly #expression: string;
  readonly #tokens: string[];
  #at = 0;

  constructor(expression: string) {
    this.#expression = expression;
    this.#tokens = expression.match(/<=|>=|<>|[=<>(),+-]|[#:\w][\w.#]*|\S/g) ?? [];
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  take(): string {
    const token = this.#tokens[this.#at++];
    return token ?? this.fail();
  }

  /** Takes the next word if it is this one. */
  skip(token: string): boolean {
    if (this.next !== token) return false;
    this.#at++;
    return true;
  }

  need(token: string): void {
    if (!this.skip(token)) this.fail();
  }

  fail(): never {
    const error = new Error(`not understood: ${this.#expression}`);
    throw Object.assign(error, { name: "ValidationException" });
  }
}

export function readPath(tokens: Tokens): Path {
  const token = tokens.take();
  if (!/^[#\w][\w.#]*$/.test(token)) tokens.fail();
  const parts = token.split(".");
  return ({ names }) => parts.map((part) => (part.startsWith("#") ? (names[part] ?? tokens.fail()) : part));
}

export const valueAt = (item: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Item | undefined)?.[part], item);

/** A path's value, a value of the request, or the size of a path's value. */
export function readOperand(tokens: Tokens): Evaluate {
  if (tokens.next?.startsWith(":")) {
    const name = tokens.take();
    return ({ values }) => (name in values ? values[name] : tokens.fail());
  }
  if (tokens.skip("size")) {
    tokens.need("(");
    const path = readPath(tokens);
    tokens.need(")");
    return (scope) => sizeOf(valueAt(scope.item, path(scope)));
  }
  const path = readPath(tokens);
  return (scope) => valueAt(scope.item, path(scope));
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  if (value instanceof Set) return value.size;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

export const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (typeof left === "object" && isDeepStrictEqual(left, right));

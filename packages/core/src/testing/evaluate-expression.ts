import type { Item } from "../table/transact.ts";

/** An expression with its names and values. */
export type Expression = { expression: string; names: Record<string, string>; values: Item };

/** Whether a condition is met by an item. Supports the syntax used by this code base and throws on anything else. */
export function isTrue({ expression, names, values }: Expression, item: Item): boolean {
  const tokens = expression.match(/\(|\)|<=|>=|<>|[=<>]|[#:\w]+/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const operand = (word: string): unknown => (word.startsWith(":") ? values[word] : item[names[word] ?? word]);

  function either(): boolean {
    let holds = both();
    while (tokens[at] === "OR") {
      at++;
      holds = both() || holds;
    }
    return holds;
  }

  function both(): boolean {
    let holds = comparison();
    while (tokens[at] === "AND") {
      at++;
      holds = comparison() && holds;
    }
    return holds;
  }

  function comparison(): boolean {
    const word = next();
    if (word === "(") return closing(either());
    if (word === "attribute_exists" || word === "attribute_not_exists") {
      next();
      return closing((operand(next()) !== undefined) === (word === "attribute_exists"));
    }
    const [left, sign, right] = [operand(word), next(), operand(next())];
    if (sign === "=") return left === right;
    if (sign === "<") return left !== undefined && (left as number) < (right as number);
    if (sign === ">=") return left !== undefined && (left as number) >= (right as number);
    throw new Error(`not understood: ${expression}`);
  }

  function closing(holds: boolean): boolean {
    if (next() !== ")") throw new Error(`not understood: ${expression}`);
    return holds;
  }

  const holds = either();
  if (at !== tokens.length) throw new Error(`not understood: ${expression}`);
  return holds;
}

/** The item after a SET, ADD or REMOVE update. Throws on anything else. */
export function updated({ expression, names, values }: Expression, item: Item): Item {
  const after = { ...item };
  const clauses = expression.split(/\b(SET|ADD|REMOVE)\b/).slice(1);
  for (let i = 0; i < clauses.length; i += 2) {
    for (const part of (clauses[i + 1] ?? "").split(",")) {
      if (clauses[i] === "REMOVE") {
        if (!/^\s*[#\w]+\s*$/.test(part)) throw new Error(`not understood: ${expression}`);
        delete after[names[part.trim()] ?? part.trim()];
        continue;
      }
      const match = /^\s*([#\w]+)\s*=?\s*(:\w+)\s*$/.exec(part);
      const [name, value] = [match?.[1] ?? "", match?.[2] ?? ""];
      if (!match || (clauses[i] === "SET") !== part.includes("=")) throw new Error(`not understood: ${expression}`);
      const attribute = names[name] ?? name;
      after[attribute] = clauses[i] === "SET" ? values[value] : Number(after[attribute] ?? 0) + Number(values[value]);
    }
  }
  if (clauses.length === 0) throw new Error(`not understood: ${expression}`);
  return after;
}

import type { Key } from "./keys.ts";
import type { Action, Item, UpdateAction } from "./transact.ts";

type UpTo<S extends string, End extends string> = S extends `${infer Head}${End}${string}` ? Head : S;
type Word<S extends string> = UpTo<UpTo<UpTo<UpTo<S, " ">, ",">, ")">, ".">;
/** The `:value` or `#name` placeholders that an expression uses. */
type Marked<S extends string, Mark extends ":" | "#"> = S extends `${string}${Mark}${infer Tail}`
  ? `${Mark}${Word<Tail>}` | Marked<Tail, Mark>
  : never;
type Exactly<Wanted extends string, Given, T> = Record<Wanted, T> & Record<Exclude<keyof Given, Wanted>, never>;
/** Only literal expressions, which the compiler can check; one built at run time goes through dynamicUpdate. */
type Literal<S extends string> = string extends S ? never : S;
type NamesOf<S extends string, N> = [Marked<S, "#">] extends [never]
  ? { names?: never }
  : { names: N & Exactly<Marked<S, "#">, N, string> };
type ValuesOf<S extends string, V> = [Marked<S, ":">] extends [never]
  ? { values?: never }
  : { values: V & Exactly<Marked<S, ":">, V, unknown> };
/** Exactly the names and values that the expressions use. */
type Attributes<S extends string, N, V> = NamesOf<S, N> & ValuesOf<S, V>;

export function update<const U extends string, N, V, const C extends string = "">(
  action: { key: Key; update: Literal<U>; condition?: Literal<C> } & Attributes<`${U} ${C}`, N, V>,
): UpdateAction {
  return action as unknown as UpdateAction;
}

export function put<N, V, const C extends string = "">(
  action: { put: Item; condition: Literal<C> } & Attributes<C, N, V>,
): Action {
  return action as unknown as Action;
}

export function remove<N, V, const C extends string>(
  action: { remove: Key; condition: Literal<C> } & Attributes<C, N, V>,
): Action {
  return action as unknown as Action;
}

export function check<N, V, const C extends string>(
  action: { check: Key; condition: Literal<C> } & Attributes<C, N, V>,
): Action {
  return action as unknown as Action;
}

type UnknownUpdate = { key: Key; update: string; condition?: string; names?: Record<string, string>; values?: Item };

/**
 * An update with expressions built at run time, which the compiler can't check. Throws if a name or value is missing or
 * unused.
 */
export function dynamicUpdate(action: UnknownUpdate): UpdateAction {
  const used = new Set(`${action.update} ${action.condition ?? ""}`.match(/[:#]\w+/g));
  const given = [...Object.keys(action.names ?? {}), ...Object.keys(action.values ?? {})];
  const wrong = [...used].filter((mark) => !given.includes(mark)).concat(given.filter((mark) => !used.has(mark)));
  if (wrong.length > 0) throw new Error(`expression and attributes differ in ${wrong.join(", ")}: ${action.update}`);
  return action as unknown as UpdateAction;
}

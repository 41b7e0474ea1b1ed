import type { QueryCommandInput, ScanCommandInput } from "@aws-sdk/lib-dynamodb";
import { catalogAttributes, indexes } from "../../table/keys.ts";
import type { Item } from "../../table/transact.ts";
import { isTrue } from "./condition.ts";

type Index = keyof typeof indexes;
const names = Object.keys(indexes) as Index[];

type Bounds = Pick<
  QueryCommandInput,
  "ExpressionAttributeNames" | "Limit" | "ExclusiveStartKey" | "ProjectionExpression"
>;
type Page = { Items: Item[]; Count: number; LastEvaluatedKey?: Item };

/** The items of a table by partition, and of each of its indexes. What was put is frozen: nobody changes it in passing. */
export class Items {
  readonly #partitions = new Map<string, Map<string, Item>>();
  readonly #indexed = new Map<Index, Map<unknown, Set<Item>>>(names.map((name) => [name, new Map()]));

  find({ pk, sk }: Item): Item | undefined {
    return this.#partitions.get(String(pk))?.get(String(sk));
  }

  set(item: Item): void {
    this.remove(item);
    const kept = frozenCopy(item) as Item;
    const partition = this.#partitions.get(String(item.pk)) ?? new Map<string, Item>();
    this.#partitions.set(String(item.pk), partition.set(String(item.sk), kept));
    for (const name of names) this.#entries(name, kept)?.add(kept);
  }

  remove(key: Item): void {
    const old = this.find(key);
    if (!old) return;
    this.#partitions.get(String(key.pk))?.delete(String(key.sk));
    for (const name of names) this.#entries(name, old)?.delete(old);
  }

  /** Those of its hash in an index; undefined where an item is not in it. */
  #entries(name: Index, item: Item): Set<Item> | undefined {
    const { hash, range } = indexes[name];
    if (item[hash] === undefined || item[range] === undefined) return;
    const index = this.#indexed.get(name) as Map<unknown, Set<Item>>;
    const entries = index.get(item[hash]) ?? new Set<Item>();
    index.set(item[hash], entries);
    return entries;
  }

  query(input: QueryCommandInput): Page {
    const name = names.find((index) => indexes[index].name === input.IndexName);
    const range = name ? indexes[name].range : "sk";
    const values = input.ExpressionAttributeValues ?? {};
    const all = name
      ? (this.#indexed.get(name)?.get(values[":hash"]) ?? [])
      : (this.#partitions.get(String(values[":hash"]))?.values() ?? []);
    const condition = { expression: input.KeyConditionExpression ?? "", names: input.ExpressionAttributeNames ?? {} };
    const met = [...all].filter((item) => isTrue({ ...condition, values }, item));
    const order = (a: Item, b: Item) => compare([a[range], a.pk, a.sk], [b[range], b.pk, b.sk]);
    const isForward = input.ScanIndexForward !== false;
    const keyed = ["pk", "sk", ...(name ? [indexes[name].hash, range] : [])];
    const page = toPage(
      met.sort((a, b) => (isForward ? order(a, b) : order(b, a))),
      input,
      keyed,
    );
    const more = name ? projected[name] : null;
    return more ? { ...page, Items: page.Items.map((item) => pick(item, [...keyed, ...more])) } : page;
  }

  scan(input: ScanCommandInput): Page {
    return toPage(
      [...this.#partitions.values()].flatMap((partition) => [...partition.values()]),
      input,
      ["pk", "sk"],
    );
  }
}

/** What each index has of an item besides its keys; null for all. */
const projected: Record<Index, readonly string[] | null> = { byUser: null, catalog: catalogAttributes, due: [] };

function toPage(items: Item[], input: Bounds, keyed: string[]): Page {
  const { ExclusiveStartKey: last, Limit: limit = items.length, ProjectionExpression: projection } = input;
  const from = last ? items.findIndex(({ pk, sk }) => pk === last.pk && sk === last.sk) + 1 : 0;
  const page = items.slice(from, from + limit);
  const end = from + limit < items.length ? page.at(-1) : undefined;
  const names = projection?.split(", ").map((name) => input.ExpressionAttributeNames?.[name] ?? name);
  return {
    Items: names ? page.map((item) => pick(item, names)) : page,
    Count: page.length,
    ...(end ? { LastEvaluatedKey: pick(end, keyed) } : {}),
  };
}

const pick = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));

function compare(left: readonly unknown[], right: readonly unknown[]): number {
  const at = left.findIndex((value, i) => value !== right[i]);
  return at < 0 ? 0 : String(left[at]) < String(right[at]) ? -1 : 1;
}

/** A copy of its own, without what the engine's client leaves out. */
function frozenCopy(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  if (value instanceof Set) return new Set(value);
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([name, part]) => [name, frozenCopy(part)])));
}

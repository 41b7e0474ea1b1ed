import { deflateRawSync, inflateRawSync } from "node:zlib";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { Layout } from "./layout.ts";

/** DynamoDB's item limit of 400 kB, less room for the keys. */
const mostPacked = 390_000;

const pack = (layout: Layout): Uint8Array => deflateRawSync(JSON.stringify(layout));

/** Whether the layout of such a venue fits an item. */
export const isStorable = (layout: Layout): boolean => pack(layout).byteLength <= mostPacked;

/**
 * Layouts are immutable: writing the same id again writes the same layout. Packed, because 20,000 seats must fit 400
 * kB.
 */
export function putLayout(layout: Layout): Action {
  return { put: { ...keys.layout(layout.layout_id), packed: pack(layout) } };
}

export function unpackLayout(item: Item): Layout {
  return Layout.parse(JSON.parse(inflateRawSync(item.packed as Uint8Array).toString("utf8")));
}

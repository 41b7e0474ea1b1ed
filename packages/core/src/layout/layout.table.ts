import { brotliCompressSync, brotliDecompressSync, constants, inflateRawSync } from "node:zlib";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { Layout, type LayoutRow } from "./layout.ts";

/** DynamoDB's item limit of 400 kB, less room for the keys. */
export const maxPackedBytes = 390_000;

/** Items of the version before have no `form`: they are deflated JSON of the layout as it is. */
const form = 2;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22 } };

/** Whether the layout of such a venue fits an item. */
export const isStorable = (layout: Layout): boolean => pack(layout).byteLength <= maxPackedBytes;

/** Whether the item was written by the version before, which kept one section for all seats with a row's code. */
export const isFormerLayout = (item: Item): boolean => item.form === undefined;

/** Layouts are immutable: writing the same id again writes the same layout. */
export function putLayout(layout: Layout): Action {
  return { put: { ...keys.layout(layout.layout_id), form, packed: pack(layout) } };
}

export function unpackLayout(item: Item): Layout {
  const packed = item.packed as Uint8Array;
  if (isFormerLayout(item)) return Layout.parse(JSON.parse(inflateRawSync(packed).toString("utf8")));
  const { rows, ...layout } = JSON.parse(brotliDecompressSync(packed).toString("utf8")) as PackedLayout;
  return Layout.parse({ ...layout, rows: rows.map(unpackRow) });
}

type PackedLayout = Omit<Layout, "rows"> & { rows: PackedRow[] };

/** Numbers as differences to the one before, and what most rows lack left out: so a row costs little. */
type PackedRow = Omit<LayoutRow, "labels" | "accessible" | "properties"> &
  Partial<Pick<LayoutRow, "labels" | "accessible" | "properties">>;

function pack({ rows, ...layout }: Layout): Uint8Array {
  return brotliCompressSync(JSON.stringify({ ...layout, rows: rows.map(packRow) } satisfies PackedLayout), quality);
}

function packRow({ labels, accessible, properties, ...row }: LayoutRow): PackedRow {
  return {
    ...row,
    nums: toSteps(row.nums),
    xs: toSteps(toSteps(row.xs.map(toThousandths))),
    ys: toSteps(toSteps(row.ys.map(toThousandths))),
    types: toSteps(row.types),
    ...(labels ? { labels } : {}),
    ...(accessible.length > 0 ? { accessible: toSteps(accessible) } : {}),
    ...(properties.length > 0
      ? { properties: properties.map(({ property, seats }) => ({ property, seats: toSteps(seats) })) }
      : {}),
  };
}

function unpackRow({ labels = null, accessible = [], properties = [], ...row }: PackedRow): LayoutRow {
  return {
    ...row,
    labels,
    nums: fromSteps(row.nums),
    xs: fromSteps(fromSteps(row.xs)).map(fromThousandths),
    ys: fromSteps(fromSteps(row.ys)).map(fromThousandths),
    types: fromSteps(row.types),
    accessible: fromSteps(accessible),
    properties: properties.map(({ property, seats }) => ({ property, seats: fromSteps(seats) })),
  };
}

const toThousandths = (value: number): number => Math.round(value * 1000);
const fromThousandths = (value: number): number => value / 1000;

function toSteps(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

function fromSteps(steps: readonly number[]): number[] {
  let value = 0;
  return steps.map((step) => {
    value += step;
    return value;
  });
}

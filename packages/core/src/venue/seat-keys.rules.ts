import type { SeatId } from "../ids.ts";
import { isRowCode, toSeatId } from "../seat/seat.rules.ts";
import type { SeatLabel, SeatPlace } from "../seat/seat.ts";
import type { NewVenueSeat } from "./venue.ts";

/** A seat that the venue has or once had. */
export type KnownSeat = SeatPlace & { removed: boolean };

/** One text for what is printed: no two seats of a venue have the same. */
export const labelKey = ({ section, row_label, seat_label }: SeatLabel): string =>
  `${rowKey({ section, row_label })}\n${seat_label}`;

export const rowKey = ({ section, row_label }: Pick<SeatLabel, "section" | "row_label">): string =>
  `${section}\n${row_label}`;

type Wanted = Pick<NewVenueSeat, "row" | "seat_num" | "seat_pos" | "section" | "row_label" | "seat_label">;

/** A body that names nothing printed gets exactly the key it spells: `{row: "A", seat_num: 1}` is A-1. */
export const isPlain = ({ row, seat_num, seat_pos, section, row_label, seat_label }: Wanted): boolean =>
  !seat_pos && !section && row_label === undefined && !seat_label && isRowCode(row ?? "") && seat_num !== undefined;

/** The key that the caller demands, if any. */
export const namedKey = (seat: Wanted): SeatId | null =>
  isPlain(seat) ? toSeatId(seat.row ?? "", seat.seat_num ?? 0) : (seat.seat_pos ?? null);

/** What is printed on an added seat. */
export function labelOf({ row, seat_num, seat_pos, section, row_label, seat_label }: Wanted): SeatLabel {
  const [code = "", number = ""] = seat_pos?.split("-") ?? [];
  const own = section ? (row_label ?? row ?? "") : row_label || row || code;
  return { section, row_label: own, seat_label: seat_label ?? String(seat_num ?? number) };
}

/**
 * The places of seats to add, in their order. A printed row gets its code once: the wanted one where it fits and is
 * free, else R and a hash of section and label. A seat gets its printed number where that is free in the row's code,
 * else the row's next one. A seat that was removed gets its former key. Keys may collide only where the caller names
 * them.
 */
export function assignKeys(known: readonly KnownSeat[], added: readonly Wanted[]): SeatPlace[] {
  const codes = new Map<string, string>();
  const used = new Set<string>();
  const taken = new Set<string>();
  const former = new Map<string, KnownSeat>();
  for (const seat of known) {
    if (!codes.has(rowKey(seat))) codes.set(rowKey(seat), seat.row);
    used.add(seat.row);
    taken.add(seat.seat_pos);
    if (seat.removed) former.set(labelKey(seat), seat);
  }
  const named = new Set(added.flatMap((seat) => namedKey(seat) ?? []));
  for (const key of named) taken.add(key);
  const places = added.map((seat) => {
    const label = labelOf(seat);
    const seat_pos = namedKey(seat) ?? formerKey(former.get(labelKey(label)), named);
    const key = rowKey(label);
    const code = seat_pos ? codeOf(seat_pos) : (codes.get(key) ?? findCode(seat, label, used));
    if (!codes.has(key)) codes.set(key, code);
    used.add(code);
    return { label, code, seat_pos: seat_pos ?? takePrinted(seat, label, code, taken) };
  });
  const next = new Map<string, number>();
  return places.map(({ label, code, seat_pos }) => {
    const key = seat_pos ?? takeNext(code, taken, next);
    return { seat_pos: key, ...label, row: codeOf(key), seat_num: Number(key.split("-")[1]) };
  });
}

function formerKey(seat: KnownSeat | undefined, named: ReadonlySet<SeatId>): SeatId | null {
  return seat && !named.has(seat.seat_pos) ? seat.seat_pos : null;
}

/** The code of a printed row that has none yet. */
function findCode({ row }: Wanted, label: SeatLabel, used: ReadonlySet<string>): string {
  for (const wanted of [row ?? "", label.row_label]) if (isRowCode(wanted) && !used.has(wanted)) return wanted;
  for (let attempt = 0; ; attempt++) {
    const code = `R${hash(`${rowKey(label)}${attempt || ""}`)}`;
    if (!used.has(code)) return code;
  }
}

function takePrinted({ seat_num }: Wanted, { seat_label }: SeatLabel, code: string, taken: Set<string>): SeatId | null {
  const printed = seat_num ?? (/^[1-9]\d{0,3}$/.test(seat_label) ? Number(seat_label) : null);
  const key = printed === null ? null : toSeatId(code, printed);
  if (key === null || taken.has(key)) return null;
  taken.add(key);
  return key;
}

function takeNext(code: string, taken: Set<string>, next: Map<string, number>): SeatId {
  let number = next.get(code) ?? 1;
  while (taken.has(toSeatId(code, number))) number++;
  next.set(code, number + 1);
  const key = toSeatId(code, number);
  taken.add(key);
  return key;
}

const codeOf = (seat_pos: SeatId): string => seat_pos.slice(0, seat_pos.indexOf("-"));

/** FNV-1a over UTF-16 units, as up to seven letters and digits. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36).toUpperCase();
}

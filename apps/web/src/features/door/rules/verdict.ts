import type { ScanResult, SheetTicket } from "@evently/core/door";

/** When and where somebody went in with a ticket. */
export type Entered = NonNullable<SheetTicket["entered"]>;

/** Of a seat as far as the device knows it: a ticket that is newer than its list has nothing but the seat's key. */
export type KnownTicket = Pick<SheetTicket, "seat_pos"> &
  Partial<Pick<SheetTicket, "section" | "row_label" | "seat_label" | "holder">>;

type With<Result extends ScanResult["result"], Facts = object> = { result: Result; ticket: KnownTicket | null } & Facts;

/** What the door is told about a ticket. */
export type Verdict =
  /** `isNewer`: it is genuine, and was booked or issued after the device fetched its list. */
  | With<"admitted", { ticket: KnownTicket; isNewer: boolean }>
  | With<"already_admitted", { entered: Entered }>
  | With<"not_paid">
  | With<"cancelled">
  | With<"superseded">
  | With<"wrong_event", { name: string | null }>
  | With<"forged">;

import { defaultDateStyle } from "@evently/core/format/date-style";
import { formatClock } from "@evently/core/format/format-time";
import type { HoldingView } from "@evently/core/hold";
import { nameAllInHall } from "~/features/hall/name-in-hall";
import type { Picker } from "../picker";

/** "Stalls, Row G, seats 2 and 3 are held until 19:42." */
export function describeHeld(picker: Picker, hold: HoldingView, style = defaultDateStyle): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const names = nameAllInHall(picker, picker.indexesOf(hold.seats));
  const are = hold.seats.length === 1 ? "is" : "are";
  return `${names} ${are} held until ${formatClock(hold.expires_at, timeZone, style)}.`;
}

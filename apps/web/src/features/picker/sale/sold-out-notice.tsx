import { TicketX } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Icon } from "~/ui/icon";
import type { Picker } from "../picker";

/** Says that no seat is free now, and that this can change while the page is open. */
export function SoldOutNotice({ picker: { freeByType } }: { picker: Pick<Picker, "freeByType"> }) {
  const free = useSyncExternalStore(freeByType.subscribe, freeByType.read, freeByType.read);
  if (free.length === 0 || free.some((count) => count > 0)) return null;
  return (
    <div className="flex items-start gap-3 rounded-card bg-spot-wash p-4 text-on-spot-wash">
      <Icon icon={TicketX} size={22} className="mt-0.5 shrink-0" />
      <div>
        <p className="font-semibold">Sold out right now</p>
        <p className="text-14">Seats come back here when a hold expires or a booking is cancelled.</p>
      </div>
    </div>
  );
}

import { toLocalTime } from "@evently/core/format/format-time";
import type { Venue } from "@evently/core/venue";
import type { EventDraft, TimeName } from "../event-draft";
import { readLocalTime } from "../zoned-time";
import { findMeant } from "./to-event-draft";

type Place = Pick<Venue, "venue_id" | "timezone"> & { address?: string | undefined; map_url?: string | undefined };

const timeNames: readonly TimeName[] = ["start_time", "doors_time", "sales_start", "sales_end"];

/** The draft in another venue: its times are the same instants on the clocks there, its address is the venue's. */
export function moveDraft(draft: EventDraft, from: Pick<Venue, "timezone">, to: Place): EventDraft {
  const instants = Object.fromEntries(
    timeNames.flatMap((name) => {
      const read = readLocalTime(draft[name], from.timezone, draft.meant[name]);
      return "instant" in read ? [[name, read.instant] as const] : [];
    }),
  );
  const times = Object.entries(instants).map(([name, instant]) => [name, toLocalTime(instant, to.timezone)]);
  return {
    ...{ ...draft, ...Object.fromEntries(times), meant: findMeant(instants, to.timezone) },
    ...{ venue_id: to.venue_id, address: to.address ?? "", map_url: to.map_url ?? "" },
  };
}

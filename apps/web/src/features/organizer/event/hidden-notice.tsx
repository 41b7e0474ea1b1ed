import type { EventAnalytics } from "@evently/core/analytics";
import { EyeOff } from "lucide-react";
import Link from "next/link";
import { Icon } from "~/ui/icon";

type Props = {
  event: Pick<EventAnalytics, "event_id" | "hidden_at" | "suspended_at">;
  /** Whether whoever reads it may read the event's journal. */
  hasJournal?: boolean;
};

/** That the operator took an event from the public, and what becomes of what was sold. */
export function HiddenNotice({ event: { event_id, hidden_at, suspended_at }, hasJournal = true }: Props) {
  if (hidden_at === null && suspended_at === null) return null;
  return (
    <div className="flex items-start gap-3 rounded-card bg-spot-wash p-4 text-on-spot-wash">
      <Icon icon={EyeOff} size={22} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">
          {hidden_at === null
            ? "This event is hidden while its organizer is suspended"
            : "The operator of this site has hidden this event"}
        </p>
        <p className="max-w-[65ch]">
          Nothing of it is sold, and only you and those who have seats in it can see it. Bookings and tickets stay
          valid.
          {hasJournal ? (
            <>
              {" "}
              Its{" "}
              <Link href={`/organizer/events/${event_id}/journal`} className="underline underline-offset-4">
                journal
              </Link>{" "}
              says since when.
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
}

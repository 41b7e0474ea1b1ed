import type { User } from "@evently/core/user";
import { CalendarPlus } from "lucide-react";
import { OtherDates } from "~/features/event/other-dates";
import { getApi } from "~/trpc/server";
import { buttonStyle } from "~/ui/button-style";
import { countUnits } from "~/ui/format/format-wait";
import { Icon } from "~/ui/icon";
import type { Ticket } from "../ticket/find-ticket";
import { ShareEvent } from "./share-event";

type Props = Pick<Ticket, "booking" | "event"> & { publicOrigin: string };

/** The beginning of a ticket's page for whoever has just paid: that they are going, and how they find the ticket again. */
export async function Arrival({ booking, event, publicOrigin }: Props) {
  const isOne = booking.seats.length === 1;
  return (
    <section aria-labelledby="arrival" className="flex max-w-[65ch] flex-col gap-4 print:hidden">
      <h2 id="arrival" className="display font-semibold text-48 sm:text-64">
        You’re going
      </h2>
      <p className="text-18">
        <span>{`${countUnits(booking.seats.length, "seat")} for `}</span>
        <bdi className="font-semibold">{event.name}</bdi>
        {` ${isOne ? "is" : "are"} yours. This is where you find your ${isOne ? "ticket" : "tickets"} again:`}
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {(await listWays(booking.user_id)).map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <a href={`/bookings/${booking.booking_id}/calendar.ics`} download className={buttonStyle("primary", "normal")}>
          <Icon icon={CalendarPlus} size={18} />
          Add to calendar
        </a>
        <ShareEvent name={event.name} url={`${publicOrigin}/events/${event.event_id}`} />
      </div>
      <OtherDates event={event} />
    </section>
  );
}

/** By mail where this installation sends any and there is an address; by the account or this browser; by the link. */
async function listWays(user_id: string): Promise<string[]> {
  const api = getApi();
  const [limits, user] = await Promise.all([
    api.limits.get.query().catch(() => null),
    api.session.get.query().catch(() => null),
  ]);
  // A guest's ticket may be open in the browser of an account.
  const buyer = user?.user_id === user_id ? user : null;
  return [
    ...(limits?.sends_mail && buyer?.email
      ? [`In the mail that is on its way to ${buyer.email}, with a PDF to print.`]
      : []),
    describeBookings(buyer),
    "By the link at the end of this page, in any browser and without an account.",
    "On this device also without a network, where its browser can keep this page.",
  ];
}

const describeBookings = (buyer: User | null): string =>
  buyer === null || buyer.role === "guest"
    ? "Under “My bookings”, in this browser."
    : "Under “My bookings”, wherever you sign in.";

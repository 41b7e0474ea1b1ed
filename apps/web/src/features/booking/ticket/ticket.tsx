import { describeAge } from "@evently/core/format/describe-age";
import clsx from "clsx";
import { describeTime } from "~/features/event/describe-time";
import { drawPicture } from "~/features/poster/draw-poster";
import { Poster } from "~/features/poster/poster";
import { PosterPicture } from "~/features/poster/poster-picture";
import { getDateStyle } from "~/features/site/get-date-style";
import { isReserved } from "../reservation/is-unpaid";
import type { Ticket as TicketProps } from "./find-ticket";
import { isVoid } from "./is-void";
import "./ticket.css";
import { TicketSeats } from "./ticket-seats";
import { TicketStub } from "./ticket-stub";

const band = { width: 640, height: 220 } as const;

export function Ticket({ booking, event, seats }: TicketProps) {
  const isOver = isVoid({ booking, event });
  // Several codes stand side by side below; one is a stub to tear off.
  const isSide = isOver || seats === null || seats.length <= 1;
  return (
    <article
      aria-label={isReserved(booking) ? "Reservation" : "Ticket"}
      className={clsx(
        "ticket on-paper",
        isSide && "ticket-side lg:grid lg:grid-cols-[minmax(0,1fr)_19rem] print:block",
      )}
    >
      <div className="ticket-body flex flex-col gap-6 p-5 sm:flex-row sm:gap-8 sm:p-8 sm:print:flex-row">
        <PosterBand event={event} isVoid={isOver} />
        <Poster
          event={event}
          className={clsx(
            "hidden h-fit w-44 shrink-0 sm:block lg:w-56 sm:print:block sm:print:w-36",
            isOver && "opacity-40 grayscale",
          )}
        />
        <div className="flex min-w-0 grow flex-col gap-6">
          <TicketHeader event={event} />
          <TicketSeats lines={booking.lines} isVoid={isOver} />
        </div>
      </div>
      <TicketStub booking={booking} seats={seats} isVoid={isOver} isSide={isSide} />
    </article>
  );
}

/** On a phone the poster's picture runs across the top of the ticket. */
function PosterBand({ event, isVoid }: Pick<TicketProps, "event"> & { isVoid: boolean }) {
  const { paper } = drawPicture(event, band).inks;
  return (
    <div
      style={{ background: paper }}
      className={clsx("-mx-5 -mt-5 print:hidden sm:hidden", isVoid && "opacity-40 grayscale")}
    >
      <PosterPicture event={event} {...band} className="h-28 w-full" />
    </div>
  );
}

async function TicketHeader({ event }: Pick<TicketProps, "event">) {
  const { name, artists, venue_name, address, city, map_url, min_age } = event;
  const { day, clock, notes } = describeTime(event, await getDateStyle());
  return (
    <div className="flex flex-col gap-3">
      <h1 dir="auto" className="display font-semibold text-28 sm:text-36 lg:text-48 print:text-28">
        {name}
      </h1>
      {artists.length > 0 ? (
        <p className="line-clamp-2 max-w-[60ch] text-soft">
          <bdi>{artists.join(", ")}</bdi>
        </p>
      ) : null}
      <dl className="mt-1 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <div>
          <dt className="sr-only">When</dt>
          <dd className="figures">
            <time dateTime={event.start_time} className="block font-semibold text-18">
              {clock ? `${day}, ${clock}` : day}
            </time>
            {[...notes, ...(min_age === undefined ? [] : [describeAge(min_age)])].map((note) => (
              <span key={note} className="block text-14 text-soft">
                {note}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt className="sr-only">Where</dt>
          <dd>
            <bdi className="block font-semibold text-18">{venue_name}</bdi>
            {address ? <bdi className="block text-14 text-soft">{address}</bdi> : null}
            <bdi className="block text-14 text-soft">{city}</bdi>
            {map_url ? (
              <a
                href={map_url}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className="text-14 underline underline-offset-4 print:hidden"
              >
                Open map<span className="sr-only"> (opens a new tab)</span>
              </a>
            ) : null}
          </dd>
        </div>
      </dl>
    </div>
  );
}

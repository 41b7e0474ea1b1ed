import type { BookingView } from "@evently/core/booking";
import { formatDateTime } from "@evently/core/format/format-time";
import { getDateStyle } from "~/features/site/get-date-style";
import type { BookedEvent } from "../find-booked-event";
import { Note } from "../ticket/note";
import { describeReservation } from "./describe-reservation";

type Props = { booking: BookingView; event: BookedEvent; isCalledOff: boolean };

/** What is to be paid, to whom and by when; or that nothing is any more. */
export async function ReservationNote({ booking, event, isCalledOff }: Props) {
  const style = await getDateStyle();
  const { due_at, moved_from, seller } = booking;
  const write = (instant: string) => formatDateTime(instant, event.timezone, style);
  const { title, sentences, ask } = describeReservation(booking, {
    due: due_at === undefined ? "" : write(due_at),
    movedTo: moved_from === null ? null : write(event.start_time),
    isCalledOff,
  });
  return (
    <Note title={title}>
      {sentences.join(" ")}
      {ask ? <SellerContact ask={ask} seller={seller} /> : null}
    </Note>
  );
}

function SellerContact({ ask, seller }: { ask: string } & Pick<BookingView, "seller">) {
  if (!seller) return ` ${ask}.`;
  const { name, legal_name, contact_email, address } = seller;
  return (
    <span>
      {` ${ask}: `}
      <bdi>{legal_name ?? name}</bdi>
      {contact_email ? (
        <>
          {", "}
          <a href={`mailto:${contact_email}`} className="break-all underline underline-offset-4">
            {contact_email}
          </a>
        </>
      ) : address ? (
        <>
          {", "}
          <bdi>{address}</bdi>
        </>
      ) : null}
      .
    </span>
  );
}

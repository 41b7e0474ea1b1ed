import type { BookingView } from "@evently/core/booking";
import type { BookedEvent } from "../find-booked-event";
import { isVoid } from "../ticket/is-void";
import { findPlan } from "./find-plan";
import { PlanPicture } from "./plan-picture";

type Props = { booking: BookingView; event: BookedEvent };

/** The seats in their hall, and the way to them; nothing for a ticket that is not valid, or where the hall can't be read now. */
export async function FindYourSeats({ booking, event }: Props) {
  if (isVoid({ booking, event })) return null;
  const plan = await findPlan(event.layout_id, booking.seats);
  if (plan === null) return null;
  return (
    <section
      aria-labelledby="find-seats"
      className="on-paper flex flex-col gap-5 rounded-card bg-card p-5 text-ink sm:p-8 print:p-0"
    >
      <h2 id="find-seats" className="display font-semibold text-28">
        Find your {booking.seats.length === 1 ? "seat" : "seats"}
      </h2>
      <div className="grid items-start gap-6 lg:grid-cols-2 sm:print:grid-cols-2">
        <PlanPicture drawing={plan.overview} className="max-h-96 w-full" />
        <ul className="flex flex-col gap-6">
          {plan.ways.map(({ name, words, closeUp }) => (
            <li key={name} className="flex break-inside-avoid flex-col gap-3">
              <p>
                <bdi className="block font-semibold">{name}</bdi>
                {words}
              </p>
              {closeUp ? <PlanPicture drawing={closeUp} className="max-h-64 w-full" /> : null}
            </li>
          ))}
        </ul>
      </div>
      <p className="text-14 text-soft">The map has the stage and the seats, and no doors: these are signposted.</p>
    </section>
  );
}

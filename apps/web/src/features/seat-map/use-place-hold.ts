import type { EventPage } from "@evently/core/event";
import type { PlaceHold } from "@evently/core/hold";
import { trpc } from "~/trpc/client";
import { findFailure } from "~/trpc/failure";
import { announce } from "~/ui/message/announcements";
import type { SeatStore } from "./seat-store";

const unreachable =
  "The box office did not answer, so your seats are not held as far as we know. They stay in your list: try again. If the hold did go through, it shows here by itself.";

/** Holds the selection: painted as yours at once, given back where it is refused. A visitor becomes a guest first. */
export function usePlaceHold(store: SeatStore, { event_id }: EventPage): () => Promise<void> {
  const utils = trpc.useUtils();
  const { mutateAsync: startGuest } = trpc.session.startGuest.useMutation();
  const { mutateAsync: place } = trpc.hold.place.useMutation();

  async function ensureSession(): Promise<void> {
    if ((await utils.session.get.fetch()) !== null) return;
    await startGuest({});
    await utils.session.get.invalidate();
  }

  async function adoptIfHeld(seats: readonly string[]): Promise<boolean> {
    const open = await utils.hold.listOpen.fetch({ event_id }, { staleTime: 0, retry: false }).catch(() => null);
    const hold = open?.items.find((held) => seats.every((seat) => held.seats.some((id) => id === seat)));
    if (hold) store.placed(hold);
    return hold !== undefined;
  }

  async function answer(error: unknown, seats: readonly string[]): Promise<void> {
    const failure = findFailure(error);
    if (failure?.error_code === "SEATS_UNAVAILABLE")
      return store.refused(failure.details.seats, failure.details.alternatives[0] ?? []);
    if (failure === null || failure.error_code === "UNAVAILABLE" || failure.error_code === "INTERNAL") {
      if (!(await adoptIfHeld(seats))) store.failed(unreachable);
      return;
    }
    if (failure.error_code === "HOLD_LIMIT_REACHED") await utils.hold.listOpen.invalidate({ event_id });
    store.failed(`${failure.error} Your seats are not held; they stay in your list.`);
  }

  return async () => {
    const seats = store.place().flatMap((index) => store.hall.ids[index] ?? []);
    try {
      await ensureSession();
      const hold = await place({ event_id, seats: seats as PlaceHold["seats"] });
      await utils.hold.listOpen.cancel({ event_id });
      // The list may have been asked for in between, and name it already.
      utils.hold.listOpen.setData({ event_id }, (open) => ({
        items: [...(open?.items.filter(({ holding_id }) => holding_id !== hold.holding_id) ?? []), hold],
        next_cursor: null,
      }));
      store.placed(hold);
      announce(`${seats.length === 1 ? "Your seat is" : `${seats.length} seats are`} held for you.`);
    } catch (error) {
      await answer(error, seats);
    }
  };
}

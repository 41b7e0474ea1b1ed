import type { EventPage } from "@evently/core/event";
import type { PlaceHold } from "@evently/core/hold";
import { useMutation } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { OfflineError } from "~/trpc/describe-silence";
import { findFailure } from "~/trpc/failure";
import { useDateStyle } from "~/ui/format/use-date-style";
import { announce } from "~/ui/message/announcements";
import type { Picker } from "../picker";
import { placeHoldKey } from "../seats/own-seats";
import { clearNotice, dismissNotices } from "../selection/selection";
import { describeHeld } from "./describe-held";
import { describePlaceFailure, describeUnknownHold, mayBeHeld } from "./describe-hold-failure";
import { applyConflict, applyFailure } from "./hold-outcomes";
import { useUpdateHolds } from "./use-open-holds";

/**
 * Holds the selection; a visitor becomes a guest first. While `pending` has seats, the answer is on its way: they are the
 * visitor's at once, and selected again where the hold is refused.
 */
export function usePlaceHold(picker: Picker, event: EventPage): { place: () => void; pending: readonly number[] } {
  const { event_id } = event;
  const utils = trpc.useUtils();
  const { keep, replace } = useUpdateHolds(event);
  const dateStyle = useDateStyle();

  async function sendHold(request: PlaceHold) {
    if (!navigator.onLine) throw new OfflineError();
    if ((await utils.session.get.fetch()) === null) {
      await utils.client.session.startGuest.mutate({});
      await utils.session.get.invalidate();
    }
    return utils.client.hold.place.mutate(request);
  }

  /** An answer that got lost may have been a hold. Not the query's own fetch, which would wait for ever offline. */
  async function isHeld(seats: PlaceHold["seats"]): Promise<boolean> {
    const open = await utils.client.hold.listOpen.query({ event_id }).catch(() => null);
    if (open === null) return false;
    await replace(open.items);
    return open.items.some((hold) => seats.every((seat) => hold.seats.includes(seat)));
  }

  async function handleError(error: unknown, { seats }: PlaceHold): Promise<void> {
    const failure = findFailure(error);
    if (failure?.error_code === "SEATS_UNAVAILABLE") return applyConflict(picker, seats, failure.details);
    if (mayBeHeld(error)) {
      if (!(await isHeld(seats))) applyFailure(picker, describeUnknownHold(error), seats);
      return;
    }
    if (failure?.error_code === "HOLD_LIMIT_REACHED") await utils.hold.listOpen.invalidate({ event_id });
    applyFailure(picker, describePlaceFailure(error), seats);
  }

  const { mutate, isPending, variables } = useMutation({
    mutationKey: placeHoldKey,
    mutationFn: sendHold,
    onSuccess: async (hold) => {
      await keep(hold);
      picker.update(clearNotice);
      announce(describeHeld(picker, hold, dateStyle));
    },
    onError: handleError,
  });
  const place = () => {
    const seats = picker.idsOf(picker.selection.read().seats) as PlaceHold["seats"];
    mutate({ event_id, seats });
    picker.update(dismissNotices);
  };
  return { place, pending: isPending ? picker.indexesOf(variables.seats) : [] };
}

import type { EventPage } from "@evently/core/event";
import type { HoldingView, PlaceHold } from "@evently/core/hold";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { describePlaceFailure, describeUnknownHold, mayBeHeld } from "~/features/hold/describe-hold-failure";
import { useSendHold } from "~/features/hold/use-send-hold";
import { apiPulse } from "~/trpc/api-pulse";
import { trpc } from "~/trpc/client";
import { findFailure } from "~/trpc/failure";
import { newDraftId } from "~/trpc/idempotency-key";
import { useOnApiHeard } from "~/trpc/use-api-silence";
import { useDateStyle } from "~/ui/format/use-date-style";
import { announce } from "~/ui/message/announcements";
import type { Picker } from "../picker";
import { placeHoldKey } from "../seats/own-seats";
import { clearNotice, dismissNotices } from "../selection/selection";
import { describeHeld } from "./describe-held";
import { applyCheck, applyConflict, applyFailure, applyNewPrices, applyUnanswered } from "./hold-outcomes";
import { isFor, isRecent, type Unanswered } from "./unanswered";
import { useUpdateHolds } from "./use-open-holds";

type Request = PlaceHold & { key: string };

/**
 * Holds the selection. While `pending` has seats, the answer is on its way: they are the visitor's at once, and selected
 * again where the hold is refused. A request whose answer got lost is sent again with its key, by the visitor or as soon
 * as the API is heard: so what became of it is found out, and nothing is held twice.
 */
export function usePlaceHold(picker: Picker, event: EventPage, holds: readonly HoldingView[]) {
  const { event_id } = event;
  const { keep } = useUpdateHolds(event);
  const dateStyle = useDateStyle();
  const findHeld = useFindHeld(event);
  const tellNotHeld = useNotHeld(picker);
  const sendHold = useSendHold(() => applyCheck(picker));
  const unanswered = useUnanswered(holds, () => picker.update(clearNotice));

  const { mutate, isPending, variables } = useMutation({
    mutationKey: placeHoldKey,
    mutationFn: ({ key, ...request }: Request) => sendHold(request, key),
    onSuccess: async (hold) => {
      unanswered.current = null;
      await keep(hold);
      picker.update(clearNotice);
      applyNewPrices(picker, hold.lines, hold.currency);
      announce(describeHeld(picker, hold, dateStyle));
    },
    onError: async (error, { key, ...request }) => {
      unanswered.current = mayBeHeld(error) ? { request, key, sentAt: performance.now() } : null;
      if (!unanswered.current) return tellNotHeld(error, request);
      // A silent API is not asked once more while the visitor waits.
      if (apiPulse.isSilent.read() || !(await findHeld(request.seats)))
        applyUnanswered(picker, await describeUnknownHold(error), request.seats);
    },
  });

  const selectedIds = () => picker.idsOf(picker.selection.read().seats) as PlaceHold["seats"];
  const place = () => {
    const seats = selectedIds();
    const before = unanswered.current;
    // To the letter what was sent: the order of the seats counts.
    if (before && isFor(before, seats)) mutate({ ...before.request, key: before.key });
    else mutate({ event_id, seats, key: newDraftId() });
    picker.update(dismissNotices);
  };

  useOnApiHeard(() => {
    const before = unanswered.current;
    if (!before || isPending) return;
    if (isRecent(before) && isFor(before, selectedIds())) place();
    else void findHeld(before.request.seats);
  });

  return { place, pending: isPending ? picker.indexesOf(variables.seats) : [] };
}

/** Says why seats are not held, which are selected again. */
function useNotHeld(picker: Picker): (error: unknown, request: PlaceHold) => Promise<void> {
  const utils = trpc.useUtils();
  return async (error, { event_id, seats }) => {
    const failure = findFailure(error);
    if (failure?.error_code === "SEATS_UNAVAILABLE") return applyConflict(picker, seats, failure.details);
    if (failure?.error_code === "HOLD_LIMIT_REACHED") await utils.hold.listOpen.invalidate({ event_id });
    applyFailure(picker, await describePlaceFailure(error), seats);
  };
}

/** The last request without an outcome, until its seats show up among the holds. */
function useUnanswered(holds: readonly HoldingView[], onFound: () => void) {
  const unanswered = useRef<Unanswered | null>(null);
  const find = useEffectEvent(() => {
    if (!unanswered.current || !isHeld(holds, unanswered.current.request.seats)) return;
    unanswered.current = null;
    onFound();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks whenever the holds have changed.
  useEffect(() => find(), [holds]);
  return unanswered;
}

/** Whether seats are held after all. Not the query's own fetch, which would wait for ever offline. */
function useFindHeld(event: EventPage): (seats: PlaceHold["seats"]) => Promise<boolean> {
  const { client } = trpc.useUtils();
  const { replace } = useUpdateHolds(event);
  return async (seats) => {
    const open = await client.hold.listOpen.query({ event_id: event.event_id }).catch(() => null);
    if (open === null) return false;
    await replace(open.items);
    return isHeld(open.items, seats);
  };
}

const isHeld = (holds: readonly HoldingView[], seats: PlaceHold["seats"]) =>
  holds.some((hold) => seats.every((seat) => hold.seats.includes(seat)));

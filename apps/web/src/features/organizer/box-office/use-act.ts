import type { EventId } from "@evently/core/ids";
import { useMutation } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { announce } from "~/ui/message/announcements";
import { type Act, type Details, runAct } from "./act";
import { describeDone } from "./describe-act";

export type Running = { act: Act; details: Details; draft_id: string };
export type Done = Running & { text: string; booking_id: string | null };

/** Does an act of the box office; the map and all figures follow, also where it failed. */
export function useAct(event_id: EventId, onDone: (done: Done) => void) {
  const utils = trpc.useUtils();
  return useMutation({
    mutationFn: (running: Running) => runAct(utils.client, event_id, running),
    onSuccess: (made, running) => {
      const text = describeDone(running.act, running.details);
      announce(text);
      onDone({ ...running, text, booking_id: made?.booking_id ?? null });
    },
    onSettled: () => {
      void utils.analytics.invalidate();
      void utils.booking.listSold.invalidate();
      return Promise.all([
        utils.seat.map.invalidate({ event_id }),
        utils.boxOffice.invalidate(),
        utils.event.get.invalidate({ event_id }),
      ]);
    },
  });
}

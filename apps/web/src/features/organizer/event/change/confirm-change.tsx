import type { EventPage } from "@evently/core/event";
import { trpc } from "~/trpc/client";
import { useSendsMail } from "~/trpc/use-sends-mail";
import { ConfirmSave } from "../../form/confirm-save";
import { describeEventChange, type NewVenue } from "./describe-event-change";
import type { EventChanges } from "./list-event-changes";

type Props = {
  event: EventPage;
  /** Where it is to take place. */
  venue: NewVenue;
  /** Null while nothing is asked. */
  changes: EventChanges | null;
  isPending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Says what a change does to buyers, seats and money before it is saved. */
export function ConfirmChange({ event, venue, changes, ...rest }: Props) {
  const asking = { enabled: changes !== null };
  const figures = trpc.analytics.event.useQuery({ event_id: event.event_id }, asking);
  const buyers = trpc.analytics.reachable.useQuery({ event_id: event.event_id }, asking);
  const sendsMail = useSendsMail() === true;
  const isKnown = (figures.data || figures.isError) && (buyers.data || buyers.isError);
  const sold = figures.data ?? { seats_held: 0, total_bookings: 0, total_cancellations: 0 };
  const points = changes ? describeEventChange({ event, venue, sendsMail }, changes, sold, buyers.data ?? null) : [];
  return <ConfirmSave {...rest} fields={changes && Object.keys(changes)} points={isKnown ? points : null} />;
}

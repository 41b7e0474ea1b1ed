import { TicketSkeleton } from "~/features/booking/ticket/ticket-skeleton";
import { PageFrame } from "~/ui/page-frame";

export default function Loading() {
  return (
    <PageFrame>
      <TicketSkeleton />
    </PageFrame>
  );
}

"use client";

import type { EventPage } from "@evently/core/event";
import type { BookingId } from "@evently/core/ids";
import { Printer } from "lucide-react";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";
import { ReceiptSheet } from "./receipt-sheet";

type Props = { event: EventPage; booking_id: BookingId; origin: string };

/** The receipt of whoever bought at the counter, to be printed. */
export function Receipt({ event, booking_id, origin }: Props) {
  const query = trpc.boxOffice.receipt.useQuery({ booking_id }, { staleTime: 0 });
  return (
    <QueryResult query={query} subject="the receipt" skeleton={<Skeleton className="h-96 w-full max-w-[44rem]" />}>
      {(booking) => (
        <div className="flex flex-col gap-6">
          <ReceiptSheet {...{ event, booking, origin }} />
          <div className="flex flex-wrap gap-3 print:hidden">
            <Button variant="primary" onClick={() => window.print()}>
              <Icon icon={Printer} size={18} />
              Print receipt
            </Button>
            <LinkButton href={`/organizer/events/${event.event_id}/box-office`}>Back to the box office</LinkButton>
          </div>
        </div>
      )}
    </QueryResult>
  );
}

import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findTicket } from "~/features/booking/ticket/find-ticket";
import { isDocument } from "~/features/site/is-document";

type Props = { params: Promise<{ booking_id: string }>; children: ReactNode };

/** Above the loading state, which would send a 200 before the page can answer 404. */
export default async function TicketLayout({ params, children }: Props) {
  if ((await isDocument()) && (await findTicket((await params).booking_id)) === null) notFound();
  return children;
}

import { answerCalendar } from "~/features/booking/ticket/answer-calendar";
import { findTicket } from "~/features/booking/ticket/find-ticket";

type Context = { params: Promise<{ booking_id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { booking_id } = await params;
  return answerCalendar(findTicket(booking_id));
}

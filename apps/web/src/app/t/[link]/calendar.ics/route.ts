import { answerCalendar } from "~/features/booking/ticket/answer-calendar";
import { findLinkedTicket } from "~/features/booking/ticket/find-linked-ticket";

type Context = { params: Promise<{ link: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { link } = await params;
  return answerCalendar(findLinkedTicket(link));
}

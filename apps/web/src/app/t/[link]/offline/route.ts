import { answerKept } from "~/features/booking/kept/answer-kept";
import { findLinkedTicket } from "~/features/booking/ticket/find-linked-ticket";

type Context = { params: Promise<{ link: string }> };

/** Whoever has the link needs no session: it is asked for anew after a while, and gone once the link is. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { link } = await params;
  return answerKept({ ticket: findLinkedTicket(link), path: `/t/${link}`, findHolder: async () => "" });
}

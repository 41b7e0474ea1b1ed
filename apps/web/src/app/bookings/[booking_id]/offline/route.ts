import { answerKept } from "~/features/booking/kept/answer-kept";
import { findTicket } from "~/features/booking/ticket/find-ticket";
import { getApi } from "~/trpc/server";

type Context = { params: Promise<{ booking_id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { booking_id } = await params;
  const findHolder = async () => (await getApi().session.get.query())?.user_id ?? "nobody";
  return answerKept({ ticket: findTicket(booking_id), path: `/bookings/${booking_id}`, findHolder });
}

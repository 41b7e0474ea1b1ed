import { postToApi } from "./post-to-api";

const buyersAtOnce = 20;

/** The e-mail address of the buyer of seat number n, one of twenty who buy seat by seat. */
export const buyerOfSeat = (n: number) => `buyer-${n % buyersAtOnce}@example.com`;

/** Sells each of these seats as a booking of its own, over the API itself, by twenty buyers at once. */
export async function sellWholeHall({ event_id }: { event_id: string }, seats: readonly string[]): Promise<void> {
  const buyers = Array.from({ length: buyersAtOnce }, async (_, buyer) => {
    const { token } = await postToApi<{ token: string }>("/session/guest", { email: buyerOfSeat(buyer) });
    for (let n = buyer; n < seats.length; n += buyersAtOnce) {
      const hold = { seats: [seats[n]] };
      const { holding_id } = await postToApi<{ holding_id: string }>(`/events/${event_id}/hold`, hold, token);
      await postToApi(`/${holding_id}/confirm`, { payment: { token: "tok_visa" } }, token);
    }
  });
  await Promise.all(buyers);
}

type Ask = (
  status: number,
  method: string,
  path: string,
  sent?: { token?: string; body?: object },
) => Promise<Record<string, unknown>>;

/** Whatever a box office does with seats, which are free before and after. */
export async function walkBoxOffice(body: Ask, event_id: unknown, token: string): Promise<void> {
  const blocks = `/events/${event_id}/blocks`;
  await body(200, "POST", blocks, { token, body: { seats: ["A-3", "A-4"], reason: "Press" } });
  await body(409, "POST", blocks, { token, body: { seats: ["A-3"], reason: "Press" } });
  await body(200, "GET", blocks, { token });
  await body(200, "DELETE", blocks, { token, body: { seats: ["A-4"] } });
  const sale = { seats: ["A-3"], payment: "comp", holder: { name: "Walker" } };
  const { booking_id } = await body(201, "POST", `/events/${event_id}/counter-sales`, { token, body: sale });
  const move = { seats: [{ from: "A-3", to: "A-4" }] };
  await body(200, "POST", `/bookings/${booking_id}/move`, { token, body: move });
  await body(422, "POST", `/bookings/${booking_id}/move`, { token, body: move });
  const refund = { amount: 1, reason: "The view is restricted" };
  await body(409, "POST", `/bookings/${booking_id}/refunds`, { token, body: refund });
  const paid = await body(201, "POST", `/events/${event_id}/counter-sales`, {
    token,
    body: { seats: ["A-3"], from_blocks: ["A-3"], payment: "cash" },
  });
  await body(200, "POST", `/bookings/${paid.booking_id}/refunds`, { token, body: refund });
  await body(200, "POST", `/bookings/${paid.booking_id}/refunds`, { token, body: { seats: ["A-3"], reason: "Ill" } });
  // It was blocked until it was sold, and is again.
  await body(200, "DELETE", blocks, { token, body: { seats: ["A-3"] } });
  await body(200, "POST", `/bookings/${booking_id}/cancel`, { token, body: { seats: ["A-4"] } });
}

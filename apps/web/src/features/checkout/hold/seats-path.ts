/** The event's page with these seats chosen already: `/events/event-00001?seats=A-1,A-2`. */
export function seatsPath({ event_id, seats }: { event_id: string; seats: readonly string[] }): string {
  return `/events/${event_id}?seats=${seats.join(",")}`;
}

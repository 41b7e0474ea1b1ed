/** What was booked on this page since it was loaded, so that its ticket opens with a word of it once. */
const bookings = new Set<string>();

export const noteBooked = (booking_id: string): void => {
  bookings.add(booking_id);
};

export const isJustBooked = (booking_id: string): boolean => bookings.has(booking_id);

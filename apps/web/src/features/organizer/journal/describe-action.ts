import type { JournalAction } from "@evently/core/journal";

const words: Record<JournalAction, string> = {
  "event.created": "Created",
  "event.seats_copied": "All seats are there",
  "event.publication_asked": "To be published once its seats are there",
  "event.published": "Published",
  "event.paused": "Sales paused",
  "event.changed": "Changed",
  "event.cancelling": "Called off; refunds began",
  "event.cancelled": "Every booking is refunded",
  "event.archived": "Archived",
  "event.unarchived": "Brought back from the archive",
  "event.copied": "Copied to other dates",
  "event.copies_made": "All copies are there",
  "event.moved": "An event moved to another venue",
  "event.deleting": "Deleted",
  "event.deleted": "Everything of it is removed",
  "event.prices_copied": "New prices reached every free seat",
  "booking.cancelled": "Booking cancelled",
  "hold.released": "Held seats released",
  "series.changed": "Changed with its series",
  "series.change_finished": "Changed on every date of the series",
  "venue.created": "Venue created",
  "venue.changed": "Venue changed",
  "venue.name_carried": "Name reached every event",
  "seats.added": "Seats added",
  "seats.changed": "Seats corrected",
  "seats.carried": "Labels carried to this event",
};

export const describeAction = (action: JournalAction): string => words[action];

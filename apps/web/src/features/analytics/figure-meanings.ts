/** What each figure of a sale counts, by its name: said beside the figure, wherever it is shown. */
export const figureMeanings = {
  Sold: "Seats booked now; cancelled ones are back on sale.",
  Reserved: "Seats reserved on invoice and not paid yet: nobody else can buy them.",
  "On hold": "Seats held by visitors who are checking out.",
  Seats: "All seats of the event, taken or not.",
  "Capacity sold": "Seats sold, of all seats of the event.",
  Revenue: "Confirmed bookings less refunds.",
  "Average order": "Revenue by booking; cancelled ones don’t count.",
  Bookings: "All that were ever confirmed, those cancelled since too.",
  "Hold success": "Requests to hold seats that got all of them.",
  "Holds booked": "Holds that became a booking.",
  "Cancellation rate": "Confirmed bookings that were cancelled since.",
} as const;

export type FigureName = keyof typeof figureMeanings;

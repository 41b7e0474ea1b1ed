/** How many seat types a venue may have, and the letters in the name of a new one: each is a counter of every event. */
export const mostSeatTypes = 40;
export const longestSeatType = 24;

/** The events that a correction is carried to: one transaction moves them all and writes a line in each one's journal. */
export const mostCarried = 48;

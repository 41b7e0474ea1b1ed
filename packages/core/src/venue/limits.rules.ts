/** How many seat types a venue may have, and the letters in the name of a new one: each is a counter of every event. */
export const mostSeatTypes = 40;
export const longestSeatType = 24;

/**
 * The events that a correction is carried to: one transaction of a hundred moves them all, writes a line in each one's
 * journal, and does five more things.
 */
export const mostCarried = 47;

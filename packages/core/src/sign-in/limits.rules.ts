/** How often a code may be tried for one request; afterwards its link is dead, too. */
export const mostTries = 5;

/** How long a request is good for, in seconds. */
export const signInSeconds = 600;

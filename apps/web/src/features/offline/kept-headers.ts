/** What is noted with each page that is kept: whose session asked for it, when, and until when it is of use. */
export const keptHeaders = { holder: "x-kept-holder", at: "x-kept-at", until: "x-kept-until" } as const;

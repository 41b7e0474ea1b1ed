const whileSellingMs = 3000;
const otherwiseMs = 30_000;

/** How often figures are asked for anew, in milliseconds; React Query rests while the page is not seen. */
export const liveInterval = (isLive: boolean): number => (isLive ? whileSellingMs : otherwiseMs);

export type RawConcert = { eventType: string; Location: string; Venue: string; Date: string; Time: string };
export function isOpen(concert: RawConcert): boolean;
export function readConcert(concert: RawConcert): { date: string; time: string; venue: string };

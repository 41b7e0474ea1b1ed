/** What the server's and the device's clocks showed at the same moment, in epoch seconds. */
export type Contact = { server: number; device: number };

/** The server's time by a device's own clock, corrected by what was off at its last contact, and never before that contact. */
export function correctTime(contact: Contact | null, device: number): number {
  if (contact === null) return device;
  return Math.max(contact.server, contact.server + device - contact.device);
}

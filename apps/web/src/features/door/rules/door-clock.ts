/** What the server's and the device's clocks showed at the same moment, in epoch seconds. */
export type Contact = { server: number; device: number };

/** Two contacts that differ by more than this were made by a clock that was set in between. */
const mostApart = 2;

/**
 * What is known of the clocks after one contact more. An answer states whole seconds, and is some time on its way: so of several the
 * one that sets the clock ahead the most is the most exact.
 */
export function learnContact(known: Contact | null, { server, device }: Contact): Contact {
  if (known === null) return { server, device };
  const [before, now] = [known.server - known.device, server - device];
  const ahead = Math.abs(now - before) > mostApart ? now : Math.max(before, now);
  return { server: device + ahead, device };
}

/** The server's time by a device's own clock, corrected by what was off at its last contact, and never before that contact. */
export function correctTime(contact: Contact | null, device: number): number {
  if (contact === null) return device;
  return Math.max(contact.server, contact.server + device - contact.device);
}

import type { NamedKey } from "../ticket-code/ticket-keys.ts";

/** What tests start programs with, as settings: secrets, and that everybody may sell. */
export const testSecrets = {
  ORGANIZERS: "open",
  SESSION_SECRET: "3b1f8c6e2d9a70451c8f6e3b2a9d7045",
  LINK_KEYS: "k1:q3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGgWB4E",
  TICKET_KEYS: "k1:9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM1234567890Ab",
};

/** The same as a core takes them. */
export const testTicketKeys: NamedKey[] = [{ name: "k1", key: testSecrets.TICKET_KEYS.slice(3) }];

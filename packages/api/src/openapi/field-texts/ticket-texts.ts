import type { FieldTexts } from "./field-texts.ts";

export const ticketTexts: readonly FieldTexts[] = [
  {
    owners: ["Ticket"],
    fields: {
      code: "What is shown at the door, as a QR code or as text: keep it secret.",
      version: "1, and one more each time that the ticket was issued anew.",
      holder: "Who goes in with it: the buyer, if nobody else is named; null if they gave no name.",
      state: "`valid`, `used` once somebody went in with it, or `cancelled`.",
    },
  },
  {
    owners: ["ticket.keys"],
    fields: { keys: "All that codes may be signed with; the first signs today." },
  },
  {
    owners: ["TicketKey"],
    fields: {
      kty: "`OKP`, as RFC 8037 says.",
      crv: "`Ed25519`.",
      x: "The key: 32 bytes in base64url without padding.",
      kid: "Its name, which stands in the codes that it signed.",
    },
  },
];

import type { FieldTexts } from "./field-texts.ts";

export const exportTexts: readonly FieldTexts[] = [
  {
    owners: ["UserExport"],
    fields: {
      exported_at: "When the reading began.",
      account: "The account, or the guest.",
      namesakes:
        "Who the person was as a guest, and others who name the same address, if it is known to be the person's.",
      sessions: "Where the person is signed in, also what has ended and is not removed yet.",
      bookings: "All bookings of the person, oldest first.",
      holds: "Holds that are open and no booking yet, of events that are on sale.",
      organizations: "What the person is in which organization, and who their own organizations are.",
      invitations:
        "Open invitations that the person sent, and those to the account's address, if it is known to be theirs.",
      events: "Events of the organizations that the person is a member of.",
      venues: "Venues of these organizations.",
      journal:
        "What was done to the account, and what the person did to events and venues that they manage, to their organizations, and to events that they booked or let others in to: of each the last 2,000 entries are read, and 100,000 in all.",
      scans: "Whom the person let in at the doors of organizations that they are a member of.",
      door_keys:
        "Keys to events' doors that the person made, as long as they are kept: until a day after the last of the event ended.",
      mails: "Mails to sign in that are on their way to the account's address, if it is known to be theirs.",
    },
  },
  {
    owners: ["UserExport.account"],
    fields: {
      email: "The e-mail address; null for a guest who gave none.",
      phone: "The phone number; null if not given.",
      name: "What the person is called; null if not given.",
      role: "`guest` (a session without an account), `attendee`, `organizer` or `admin`.",
      verified_at: "Since when the e-mail address is known to be theirs; absent until they signed in by a mail to it.",
      suspended: "Since when the operator lets the account change and buy nothing; absent unless it is suspended.",
      memberships: "What the person is in which organization, by its id; absent where in none.",
      was_in: "Organizations that the person was a member of and left; they may be members again.",
      quotas: "What the operator allows beyond the usual; absent if nothing.",
    },
  },
  {
    owners: ["UserExport.account.quotas"],
    fields: {
      events: "How many upcoming events it may have.",
      venues: "How many venues it may have.",
      seats: "How many seats its venues may have.",
    },
  },
  {
    owners: ["UserExport.mails"],
    fields: { kind: "What the mail is for.", written_at: "When it was asked for." },
  },
  {
    owners: ["Namesake"],
    fields: { name: "What a guest was called with the address; null for an account, and where nobody gave one." },
  },
  {
    owners: ["ExportedMembership"],
    fields: {
      role: "What the person is: `owner`, `manager`, `box_office`, `door` or `viewer`.",
      since: "Since when they have been a member; null where that was removed meanwhile.",
      organization: "Who it is; null unless the person owns it.",
    },
  },
  {
    owners: ["ExportedInvitation"],
    fields: {
      invitation_id: "The invitation's id, which opens nothing.",
      role: "What whoever accepts is then.",
      expires_at: "Until when it can be accepted.",
      direction: "`sent` by the person, or `received` at their address.",
    },
  },
  {
    owners: ["ExportedSession"],
    fields: {
      session_id: "The session's id, which is not its token.",
      last_used_at: "When it was used last, to a day, in seconds since 1970.",
      device: "What signed in, such as `Firefox on Linux`; null if it didn't say.",
    },
  },
  {
    owners: ["ExportedBooking"],
    fields: {
      booking: "The booking as it is stored.",
      payment: "Its payment; null where nothing was to be paid.",
      hold: "The hold that it came of; null once its record was removed.",
      mails: "The mails about it, sent or due.",
      check_ins: "Who went in with its tickets, and when.",
    },
  },
  {
    owners: ["ExportedAdmission", "ExportedScan"],
    fields: {
      at: "When somebody was let in.",
      ticket: "Whether the ticket was `valid` then, or `cancelled` or `superseded` by one that was issued anew.",
      version: "The how manieth ticket of its seat it was.",
      gate: "By which gate; null if nobody said.",
      device: "What the person called the device that scanned; null if they didn't say.",
      reason: "Why somebody was let in by hand; null if the ticket was scanned.",
      undone_at: "When that was taken back; null if it wasn't.",
    },
  },
  {
    owners: ["ExportedDoorKey"],
    fields: {
      door_key_id: "The key's id, which opens nothing.",
      name: "What the person called it.",
      until: "Until when it opens the door, if it wasn't ended before.",
    },
  },
  {
    owners: ["Booking"],
    fields: {
      buyer: "Who bought, as they were then or as they corrected it; absent in bookings of an earlier version.",
      refund: "What its cancellation gave back; null if it wasn't cancelled.",
      refunds: "All that was given back, oldest first; absent if nothing was.",
      refunded: "Their sum, in the minor unit.",
      returned: "Its seats that were refunded while it kept others, at their price; absent if none was.",
      state: "`awaiting_payment` (reserved on invoice), `confirmed` or `cancelled`.",
      invoice: "By when it has to be paid, and since when it is; absent unless it was reserved on invoice.",
      cancelled_at: "When it was cancelled; null if it wasn't.",
      link_version: "How often the link to it was replaced; absent if never.",
      counter: "`cash` or `comp` (for nothing) where it was made at the box office; absent otherwise.",
      changes: "How often its seats were changed by the box office; absent if never.",
      since: "Since when it has the seats that it was moved to, by their keys.",
      from_blocks: "Those of its seats that the house kept until they were sold.",
      tickets:
        "By the keys of their seats, the tickets that are not the first ones in the buyer's name; absent if there are none.",
      admitted: "With how many of its seats somebody is in; absent before the first.",
      admissions: "How often that changed; absent before the first.",
    },
  },
  {
    owners: ["StoredTicket"],
    fields: {
      version: "1, and one more each time that the ticket was issued anew.",
      holder: "Who goes in with it; absent where it is the buyer.",
    },
  },
  {
    owners: ["Booking.refund"],
    fields: { amount: "What went back, in the minor unit of the booking's currency." },
  },
  {
    owners: ["Booking", "Holding"],
    fields: {
      seats: "The keys of the booked seats.",
      lines: "Each seat with its type and price.",
      total: "What all seats together cost, in the minor unit.",
      booking_date: "When it was booked: an instant with nine digits after the seconds.",
      payment_id: "The payment; null where nothing was paid.",
      start_time: "When the event was to begin as the seats were held; null for what was sold before this was kept.",
      terms: "The seller's terms as the seats were held; null where the seller had none.",
    },
  },
  {
    owners: ["Line"],
    fields: { seat: "The seat's key, such as `A-12`.", price: "What this seat costs, in the minor unit." },
  },
  {
    owners: ["Holding"],
    fields: {
      booking_id: "The booking that came of it; null if none did.",
      placed_at: "When it was placed, in seconds since 1970.",
      extended: "Whether it was extended.",
      attempt: "How many payments were tried.",
      slot: "Which of the person's two holds for the event it is.",
      purge_at: "When the record is removed, in seconds since 1970.",
      network: "From which network it was placed, as digits that stand for it; absent where that was not kept.",
      state: "`active`, `paying` (a payment is under way), `confirmed` (booked) or `released`.",
      released_by: "`organizer` where the event's organizer released the seats; absent otherwise.",
      taken: "The seats that others had when the payment came, after the hold had ended; absent otherwise.",
    },
  },
  {
    owners: ["Holding.network"],
    fields: {
      near: "A keyed hash that stands for the household or office.",
      wide: "The same for the wider network around it; null where there is none.",
    },
  },
  {
    owners: ["Payment"],
    fields: {
      payment_id: "The payment's id, such as `payment-00042`.",
      attempt: "Which attempt to pay for the hold it is.",
      amount: "What was to be paid, in the minor unit.",
      gateway: "Through whom it was paid.",
      account: "The seller's account there; null where the house's own was paid.",
      gateway_ref: "What the gateway calls it; null where it has no name of its own for it.",
      refunds: "What of it was given back, oldest first.",
      fee: "What of it the operator of this installation took, in the minor unit.",
      fee_refunded: "What of that fee went back with refunds, in the minor unit.",
      disputes: "What the payer's bank took back, or asked to, oldest first.",
      news: "How often something of it was recorded that the gateway alone knew; absent if never.",
      state: "How it stands with the money: `captured` and `refunded` are the usual ends.",
      log: "Each state that it was in, and since when.",
    },
  },
  {
    owners: ["PaymentRefund"],
    fields: {
      refund_id: "The refund's id, such as `payment-00042-r1`.",
      amount: "What was given back, in the minor unit.",
      at: "When it was decided.",
      state: "`due` until the gateway has done it, then `done`.",
      found: "True where it was made at the gateway itself; else it is left out.",
      failed: "True where the payer's bank sent it back later; else it is left out.",
    },
  },
  {
    owners: ["Dispute"],
    fields: {
      dispute_id: "The gateway's name of it.",
      amount: "What the payer's bank asks back, in the minor unit.",
      reason: "The gateway's word for why, such as `fraudulent`.",
      state: "`open` until the bank has decided, then `won` or `lost` by the seller.",
      at: "When it began.",
      answer_by: "Until when the seller can answer it; null where there is nothing to answer.",
    },
  },
  {
    owners: ["Payment.log"],
    fields: { at: "Since when.", state: "The state." },
  },
  {
    owners: ["ExportedEntry"],
    fields: {
      subject: "What it was done to: an account, an organization, an event or a venue, by its id.",
      at: "When it was done.",
      actor_id: "The user who did it; `operator` for whoever runs this installation, by a command; null for a job.",
      request_id: "The request through which it was done.",
      action: "What was done, as noun and past participle.",
      changes:
        "The fields that changed, by name, each with its value before and after; both null of who an organization is.",
      reason: "Why, if the one who did it said so; else null.",
      revision: "The revision that the change made; null where it made none.",
    },
  },
];

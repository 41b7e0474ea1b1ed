import { venueTexts } from "./venue-texts.ts";

/**
 * What each operation does beyond its summary, by its tRPC name: who may call it, what changes and when, what a repetition
 * does.
 */
export const operationTexts: Readonly<Record<string, string>> = {
  "analytics.event":
    "For the event's organizer. Counts are exact at every instant, seats up to a second old. Percentages have one decimal and are 0 where " +
    "there is nothing to divide by.",
  "analytics.events": "For organizers. `GET /events/{event_id}/analytics` explains the figures.",
  "analytics.seats":
    "For the event's organizer: every seat of the event, sold or not, with how often it was held and let go of. Filter by type and sort to " +
    "find what sells first and what nobody keeps.",
  "analytics.bookings": "The former path of `GET /events/{event_id}/bookings`, which has the same answer.",
  "analytics.sales":
    "For the event's organizer: oldest period first. A booking counts in the period in which it was made, its cancellation in the one in " +
    "which it was cancelled.",
  "analytics.buyers":
    "For the event's organizer: everyone with one e-mail address once, with what they like by the other events of yours that they booked, and beside the list a " +
    "summary of all of them.",
  "booking.listSold":
    "For the event's organizer: each booking as its buyer sees it, with the buyer's name and e-mail address, if given. A search for a booking " +
    "or a seat finds only that: first the booking that has the seat now, then those that gave it back. A page may hold less than `limit`, or " +
    "nothing, while older bookings are still to be searched: go on while there is a `next_cursor`.",
  "booking.get":
    "For its buyer and the event's organizer; for anyone else the answer is 404, as if it did not exist. Read it again after an answer " +
    "was lost: it is the latest state.",
  "booking.replaceLink":
    "For its buyer and the event's organizer; for anyone else the answer is 404. Whoever had the former link has nothing any more, so " +
    "replace it where it fell into wrong hands.",
  "booking.cancel":
    "Its buyer may cancel until `cancellable_until`: as its policy says, or for a while after its event was moved; what was paid in cash or on invoice, only the box office. What is not paid yet either gives up at any time. The event's organizer may " +
    "cancel at any time. `refund_if_cancelled` goes back and the seats are on sale again at once; the refund reads `due` until the gateway has paid it " +
    "out. With `seats` the box office gives back some of a booking that cost nothing. Seats that were blocked until " +
    "they were sold are blocked again, for the same reason.",
  "booking.markPaid":
    "For the event's box office, once the money of an invoice came: the booking is confirmed and counted, and its buyer gets the mail with the tickets. " +
    "It also works after `due_at` as long as the seats were not given up. It is journaled, with the `reason`. Paid already or given up: 409.",
  "boxOffice.blocks":
    "For the event's box office, in the hall's order: everybody else sees that a seat is blocked, and not why.",
  "boxOffice.block":
    "For the event's box office, of a published event, before its sale opens, too. All seats are blocked or none. Only a release or a counter sale ends it: no hold does, " +
    "and no change of prices.",
  "boxOffice.release":
    "For the event's box office. All seats are released or none: one that is not blocked, or not for the `reason`, is 409. The seats are on sale again at once.",
  "boxOffice.sell":
    "For the event's box office, from publication until the event has ended, also while the sale is paused. All seats are sold or none. The buyer " +
    "is a new guest: with an address they get the mail with their tickets. Comps cost nothing; cash counts as revenue and is no payment of the gateway.",
  "boxOffice.move":
    "For the event's box office. All seats are moved or none, and what was paid stays. A seat costs the same if the event asks as much for both now. " +
    "The buyer gets a mail; their link stays. A seat that was blocked until it was sold is blocked again once it is left.",
  "boxOffice.refund":
    "For the event's box office, of a confirmed booking that was paid, whatever its policy says. By `seats` their price goes back, or what is left of the total if that is less; the " +
    "seats are free again, or the house's, and the last ones cancel the booking. By `amount` the seats stay. The buyer gets a mail, and the gateway " +
    "pays it out a moment later; what was paid in cash the box office hands back. Send an Idempotency-Key: without one a repetition is another refund.",
  "event.search":
    "For anyone; `mine` for organizers. The list follows changes within seconds, not at once: an event that was just published is found a moment later, while " +
    "`GET /events/{event_id}` has it at once. Without filters it has every published event that has not ended, the next one first. " +
    "Of more events than the server has memory for it has those that begin soonest; the list of a venue or a series has the others too.",
  "event.get":
    "For anyone, a draft for its organizer only. Up to two seconds old; for its organizer as it is now, with its counts.",
  "event.create":
    "For the venue's organizer. Each seat type of the venue needs a price. The answer comes once all seats are copied and the event is published, " +
    "unless it is to stay a draft: a hall of thousands of seats takes seconds.",
  "event.change":
    "For the event's organizer. What is left out stays. Prices and times apply to what is held from then on: a hold is paid at the price " +
    "it was placed at. If the start is moved, everyone who booked another date may cancel for 14 days, at most until the event begins. All that " +
    "changed goes into the journal, with `reason`. A draft may move to another venue with `venue_id`: the answer comes once its seats are replaced.",
  "event.copy":
    "For the event's organizer: the same texts, facts, prices and policy at other times, in the venue as it is now. The copies are there with " +
    "this answer, their seats a moment later. The event and its copies become dates of one series.",
  "door.checkIn":
    "For the event's door. One scan answers who may go in, or one error with the reason why not, and is then no check-in. In `scans` are those " +
    "whom a device let in while it had no network: all are recorded, whatever their tickets are by now, the earliest of a ticket counts, and each " +
    "is answered in its place. Sent again, the same scans change nothing.",
  "door.list":
    "For the event's door, by booking. A page may have fewer than `limit`, or none, where few are by the wanted gate or in conflict.",
  "door.undo":
    "For the event's door. The ticket can be used again, unless somebody else went in with it. Undoing twice changes nothing.",
  "door.sheet":
    "For the event's door. A device checks the signature of a code with the keys of `GET /tickets/keys`, then looks the ticket up here.",
  "door.printed": "For the event's door. All in one answer, without codes.",
  "doorKey.make":
    "For the event's managers. Send `key` as a bearer token: it opens the routes of this event's door, and nothing else, until `until`. An event " +
    "has at most 20 at a time.",
  "doorKey.list": "For the event's managers. Those that have ended are left out.",
  "doorKey.end": "For the event's managers. Whoever has the key is answered `SIGN_IN_REQUIRED` from then on.",
  "event.archive":
    "For the event's organizer. Only their own lists change; bookings, figures and links stay. Archiving twice changes nothing.",
  "event.delete":
    "For the event's organizer. The event is gone for everybody at once; its venue's journal keeps that it was there. What was ever published " +
    "is cancelled and archived instead.",
  "event.journal":
    "For the event's organizer: every change of the event, of its status and of its bookings by hand, also what a job did after its answer.",
  "event.accounting":
    "For the event's managers. Money counts on the day on which it moved: a card's when the gateway took it, an invoice's when it was paid, a refund's when it was decided. " +
    "`gross` less `refunds` is the `revenue` of the analytics. Every booking is read for it: ask for it when it is looked at, not every few seconds.",
  "event.mails":
    "For the event's organizer, by booking. A mail is written with what causes it and sent within seconds; one that the mail server puts off is " +
    "repeated after growing pauses for a day, one that it refuses is not. A page may have fewer mails than asked for, or none, before the last.",
  "event.publish":
    "For the event's organizer. Whoever wants may then find, hold and book. Publishing what is published already changes nothing. An organization that waits for the operator gets 403 `ORGANIZATION_NOT_APPROVED`, and one that can't be paid by card yet, for what has a price, 400 `PAYMENTS_NOT_READY`.",
  "event.pause":
    "For the event's organizer. The event stays visible, and nothing can be held. Holds that are placed already can still be paid. " +
    "Pausing twice changes nothing.",
  "event.resume": "For the event's organizer. Resuming what is on sale already changes nothing.",
  "event.cancel":
    "For the event's organizer, for good. Answered before the refunds are made: until every booking is cancelled, the event reads `cancelling`, then " +
    "`cancelled`. How far the refunds are is the event's `cancellation`. A draft can be cancelled too; nobody else ever sees it.",
  "hold.place":
    "For anyone with a session, guests too; a person has at most two open holds an event. All seats are held or none. Where one was " +
    "taken, the answer is 409 `SEATS_UNAVAILABLE` and names free seats that are as good. The price is fixed here: a later change of prices " +
    "doesn't touch it.",
  "hold.get":
    "For whoever placed it; for anyone else the answer is 404. A hold can be read for a week after it has ended.",
  "hold.payment":
    "For whoever placed it. By Stripe a page makes a ConfirmationToken of what its buyer fills in and sends that as `token`; with the built-in " +
    "test gateway it sends the token of a test card.",
  "hold.listOpen": "For whoever asks: their own holds that have not ended, with the time that is left.",
  "hold.extend":
    "For whoever placed it: two minutes more, unless the installation sets another time, once and never beyond ten minutes after it was placed.",
  "hold.release": "For whoever placed it. The seats are free at once. Releasing twice gives the same answer.",
  "hold.holders":
    "For the event's organizer: the holds that run, grouped by the connection that they came from, those with most seats first. A connection " +
    "is named by ten digits that stand for it at this event alone; nobody's address is kept. A page has `limit` holds, so a connection " +
    "may go on at the next page.",
  "hold.releaseOthers":
    "For the event's organizer. Send `holding_id` for one hold or `connection` for all of that connection, up to 200 at once: `left` says how " +
    "many more there are. Releasing one hold twice gives the same answer. A hold at payment stays, and what was released can't be paid for: the holder reads `released_by`. Each is " +
    "recorded in the event's journal.",
  "hold.confirm":
    "For whoever placed it. The amount is only reserved until the seats are booked, and captured right after the answer. A declined payment " +
    "leaves the seats held. A bank's challenge is answered 202 with `next_action`: send the same request again once it is passed. Confirming " +
    "twice gives the same booking and charges once, so after a lost answer just confirm again. On invoice the booking awaits its payment until " +
    "`due_at`; why that is not offered is the refusal's `cause`, and the hold stays as it was. So it does where the seller can't be paid by card: " +
    "400 `PAYMENTS_NOT_READY`.",
  "organization.create":
    "For whoever has an account. Its events and venues belong to it, whoever of its members makes them.",
  "organization.list": "For whoever is signed in: their own.",
  "organization.get": "For its members; for anyone else the answer is 404.",
  "organization.journal":
    "For its owners, and for anyone else who is no member 404: who changed it, who invited whom to what, who joined, and whose role changed.",
  "organization.paymentAccount":
    "For its owners. Asks the payment provider where what is known is older than ten seconds, so it tells at once what became of a visit there. " +
    "Where everybody is paid to the house's own account, `state` is `house`.",
  "organization.onboard":
    "For its owners. Makes one account, however often it is called, and each time another link, which is good for a few minutes and once, so it takes no Idempotency-Key: send " +
    "the owner there, who comes back to `return_path` of the site. An organization that waits for the operator gets 403 `ORGANIZATION_NOT_APPROVED`. " +
    "The owner's verified e-mail address is sent to the payment provider, to fill in its form.",
  "organization.members": "For its owners: those who have been it longest first, at most a hundred.",
  "organization.changeMember":
    "For its owners. In force in every process within two seconds. The last owner stays one: 409 `LAST_OWNER`. Two changes at once " +
    "leave one of the two.",
  "organization.removeMember":
    "For its owners, and for members who leave. Dead in every process within two seconds; what they made stays the organization's.",
  "organization.invite":
    "For its owners. Whoever has the address gets a mail with a link, good for seven days and one use.",
  "organization.invitations": "For its owners: those that end first first.",
  "organization.revokeInvitation": "For its owners. From then on nobody can accept it.",
  "organization.acceptInvitation":
    "For whoever is signed in and has verified the invited address: with another one the answer is 403. Used, revoked or expired it is 409.",
  "organization.change":
    "For its owners. What is left out stays, null takes away. Events tell it within two seconds; another `terms_url` is another version of the terms.",
  "seat.list":
    "For anyone: the whole hall in one answer, without pages. The same for everyone, and never who holds or booked a seat. It may be a second " +
    "old, and a second more where the sale runs through another process; a hold decides on the latest state.",
  "session.startGuest":
    "For anyone. The guest may hold and book at once, and keeps all of it when signing up later with this token.",
  "session.request":
    "For anyone. The answer is the same whether or not there is an account: whoever has the address gets a mail with a code for this request and " +
    "a link, good for ten minutes and one use together. With `purpose` `change-email` the code gives an account the address, and signs nobody in. " +
    "Beyond 20 mails a day to an address they have no code, and the answer says `link_only`; those that change an address are 429 then, and counted apart. Asking for many mails answers 429. A page of another site is refused.",
  "session.confirm":
    "For anyone. Send `request_id` and `code`, or `token` from the link. Who has no account gets one; an account whose address nobody had " +
    "verified becomes theirs, and every session and link that it had is dead at once. After five wrong codes the request is dead. Whatever is " +
    "wrong, the answer is 401 `SIGN_IN_REFUSED`. With a guest's token the guest's bookings are in `found`; those paid for later are found, too, if the mail was asked for with it.",
  "session.list": "For whoever is signed in. Sessions of the version before are not listed; they end with all others.",
  "session.endOne": "For whoever is signed in, one of their own. Ending one that has ended changes nothing.",
  "session.end":
    "For whoever is signed in. The token is dead at once in the process that answers, and within two seconds in every other; with `all` " +
    "every token of theirs. Holds and bookings stay.",
  "booking.tickets":
    "For the buyer alone, not for the organizer: whoever has a code goes in with it. A code is the same each time that it is asked for, until its " +
    "ticket is issued anew, or a new key signs. None before it is paid.",
  "booking.ticketsPdf":
    "For the buyer alone, once it is paid. The same tickets are the same bytes. Each page has its code as text too.",
  "booking.calendar": "For the buyer alone. Its UID stays the same, so a calendar updates the entry that it has.",
  "booking.mail":
    "For the event's organizer, to the address that the buyer has, with the tickets as they are now; to nobody where there is none. Many in a " +
    "short time answer 429.",
  "booking.reissueTicket":
    "For the event's box office. The version is one more; every code of an older one is refused from then on. It is journaled.",
  "ticket.keys":
    "For anyone, above all for devices that check codes without a network. A code is `E1.{kid}.{event number}.{booking number}.{seat_pos}.{version}.{signature}`: " +
    "the signature, base64url without padding, is Ed25519 of what stands before the last dot, as UTF-8.",
  "ticket.list": "For whoever has the link; any other is answered 404.",
  "ticket.pdf": "For whoever has the link; any other is answered 404.",
  "ticket.calendar": "For whoever has the link; any other is answered 404.",
  "ticket.get":
    "For whoever has the link; any other is answered 404. It is the booking as its buyer sees it, and opens nothing else.",
  "ticket.cancel":
    "For whoever has the link, as its buyer could cancel it. Cancelling twice answers 409. With `refund`, the amount that was shown, less is refused.",
  "ticket.resend":
    "For anyone. The answer is the same whatever the booking's address is: only that one gets a mail. Asking for many mails answers 429.",
  "user.create":
    "For anyone, with any address: it is a contact until somebody signs in by a mail to it. With a guest's token the guest becomes the account: " +
    "the same user id, holds and bookings; the guest's token ends, and the one in the answer takes its place.",
  "user.export":
    "For the person, guests too, and for admins; for anyone else the answer is 404. Sent as it is written: a file that ends without its last bracket is " +
    "not complete. No token is in it. Of holds that became no booking it has those that are open.",
  "user.delete":
    "For the person, guests too, and for admins; for anyone else the answer is 404. Who they are is gone with this answer, and every session with it; what is left of " +
    "them elsewhere within half an hour. Bookings stay booked with nobody as their buyer: the link of a ticket goes on opening it, and nobody can send it again. " +
    "Refunds still go back to where the money came from. Unpaid holds end; while a payment is under way the answer is 409 `PAYMENT_IN_PROGRESS`, and " +
    "where events or venues would belong to nobody 409 `LAST_OWNER`. It can't be undone.",
  "user.changeEmail":
    "For the user, with the code of a mail to the new address, asked for with `POST /session` and `purpose` `change-email`. The former address is free again; every " +
    "other session ends, and the one in the answer takes this one's place. An address that another account has verified and uses is 409 `EMAIL_TAKEN`.",
  "user.adopt":
    "For the user, with ids from `found`; where one of them is not found for them, the answer is 404 and nothing moves. What is theirs already " +
    "counts as done, so it can be repeated. Links to a booking that moved are dead. The guest's tokens end, but for a hold that is open: it can " +
    "still be read, extended, paid for and released.",
  "user.get": "For the user; for anyone else the answer is 404.",
  "user.journal":
    "What the operator did to the account by a command (suspended or resumed it, set a quota, gave it another role), and when its e-mail address changed. For the user; for anyone else the answer is 404. While an account is suspended, every change with its session answers 403 `SUSPENDED`, and its events are hidden.",
  "user.bookings": "For the user; for anyone else the answer is 404.",
  ...venueTexts,
};

import type { FieldTexts } from "./field-texts.ts";

const gate = "The gate, as whoever stands there calls it; null if nobody said.";
const device = "The device, as whoever has it calls it; null if nobody said.";
const holder = "Who is expected with it; null if nobody is named.";

export const doorTexts: readonly FieldTexts[] = [
  {
    owners: ["CheckInTickets"],
    fields: {
      code: "The code as it was scanned or typed.",
      reason: "Why somebody is let in by hand, without a code; for the journal.",
      booking_id:
        "By hand, the booking whose ticket was meant, as the list for the door has it: it is judged as a code is. " +
        "Without it whoever has the seat now is meant, unless they did not have it yet at `at`.",
      version: "The version of that ticket, as the list has it; the valid one if it is left out.",
      at: "When it was scanned; now if it is left out. Up to five minutes ahead, for clocks that differ.",
      gate: "The gate, as whoever stands there calls it.",
      device: "The device, as whoever has it calls it. The same code at the same instant and device is one check-in.",
      scans:
        "Up to 500 scans, each with `code`, or `seat_pos` and `reason`, and with `at`, `gate` and `device`. One that can't be read is `forged`.",
    },
  },
  {
    owners: ["Admitted", "ScanResult"],
    fields: {
      result:
        "`admitted`: this scan is the one that counts. `already_admitted`: another one was earlier, and the facts are of that one. " +
        "`not_paid`: reserved on invoice, so nobody goes in. `cancelled`, `superseded` by a newer ticket, of the `wrong_event`, or `forged`.",
      check_in_id: "The check-in's id, with which it is undone.",
      admitted_at: "When the scan was made that counts.",
      gate,
      device,
      holder,
      name: "The event that the ticket is for; null if it is not public.",
    },
  },
  {
    owners: ["ScanResults"],
    fields: { items: "What became of each scan, in their order." },
  },
  {
    owners: ["TICKET_ALREADY_ADMITTED.details"],
    fields: { admitted_at: "When somebody went in with it.", gate, device },
  },
  {
    owners: ["TICKET_WRONG_EVENT.details"],
    fields: { event_id: "The event that it is for.", name: "That event's name; null if it is not public." },
  },
  {
    owners: ["CheckInList", "door.list"],
    fields: {
      conflicts: "`true`: only seats with which more than one went in, or one without a valid ticket.",
      gate: "Only seats with which somebody went in by this gate.",
      admitted: "With how many seats somebody is in.",
      expected: "How many seats are sold.",
      by_gate: "How many are in, by the gate of the scan that counts.",
    },
  },
  {
    owners: ["GateCount"],
    fields: { gate, admitted: "How many are in by it." },
  },
  {
    owners: ["SeatCheckIn"],
    fields: {
      admitted_at: "When the scan was made that counts; null if none had a valid ticket.",
      gate: "The gate of that scan; null if nobody said.",
      entries: "All who went in with it, earliest first, but for what was undone.",
    },
  },
  {
    owners: ["SeatCheckIn.entries"],
    fields: {
      check_in_id: "With this it is undone.",
      at: "When it was scanned.",
      gate,
      device,
      ticket:
        "`valid`, or what it was when a device without a network let somebody in: `cancelled`, or `superseded` by a newer one.",
      reason: "Why somebody was let in by hand; null if the code was scanned.",
    },
  },
  {
    owners: ["SheetTicket"],
    fields: { entered: "Who is in with it already: when, by which gate and device; null if nobody is." },
  },
  {
    owners: ["SheetTicket.entered"],
    fields: { at: "When it was scanned.", gate, device },
  },
  {
    owners: ["DoorSheet"],
    fields: {
      event: "The event as the door shows it.",
      cancelled:
        "Bookings that are cancelled. One that is neither here nor among the tickets is newer than this answer.",
      tickets: "All that are valid. A code for a booking that is here, with another seat or version, is superseded.",
    },
  },
  {
    owners: ["DoorSheet.event"],
    fields: { name: "Its name.", start_time: "When it begins.", status: "Such as `published`, or `cancelled`." },
  },
  {
    owners: ["ExpectedTicket", "SheetTicket"],
    fields: { version: "Of the ticket that is valid.", holder },
  },
  {
    owners: ["door.printed"],
    fields: { sort: "`name` or `seat`." },
  },
  {
    owners: ["MakeDoorKey", "DoorKey", "NewDoorKey"],
    fields: {
      name: "Whom or what it is for; stands for the device of scans that name none.",
      gate: "The gate of scans that name none; null if nobody said.",
      until: "When it ends by itself, at most a day after the event's end.",
      key: "What opens the door, as a bearer token: it is told once.",
      created_by: "Who made it.",
      is_orphaned: "Whether they are no manager of the event any more, or suspended: the key still opens the door.",
      url: "The door's page, which takes the key out of its address; null where the installation does not know its own.",
    },
  },
  {
    owners: ["doorKey.end", "DoorKey", "NewDoorKey"],
    fields: { door_key_id: "The key's id, which opens nothing." },
  },
  {
    owners: ["door.undo"],
    fields: { check_in_id: "From the answer of the check-in, or the list." },
  },
];

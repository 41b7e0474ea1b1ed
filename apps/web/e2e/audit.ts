import { evently } from "./evently";

/** The output of the operator's audit of an event, which compares its bookings with the gateway's ledger and fails on any fault. */
export const audit = (event_id: string): Promise<string> => evently("audit", event_id);

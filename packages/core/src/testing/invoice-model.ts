/** The simplest possible implementation of seats on invoice: no table, no conditions. Times are epoch seconds. */
export type ModelInvoice = {
  buyer: number;
  seats: string[];
  due: number;
  state: "awaiting_payment" | "confirmed" | "cancelled";
  /** Whether it ever was a sale. */
  wasPaid: boolean;
};

type Limits = { ofPerson: number; ofHall: number; window: number; start: number };

const day = 86_400;

export class InvoiceModel {
  readonly invoices: ModelInvoice[] = [];
  readonly limits: Limits;
  now: number;

  constructor(limits: Limits, now: number) {
    this.limits = limits;
    this.now = now;
  }

  isFree(seat: string): boolean {
    return !this.invoices.some(({ state, seats }) => state !== "cancelled" && seats.includes(seat));
  }

  awaiting(buyer?: number): number {
    const own = this.invoices.filter((invoice) => buyer === undefined || invoice.buyer === buyer);
    return own.reduce((sum, { state, seats }) => sum + (state === "awaiting_payment" ? seats.length : 0), 0);
  }

  reserve(buyer: number, seats: string[]): string {
    const { ofPerson, ofHall, window, start } = this.limits;
    if (this.now >= start) return "SALE_CLOSED";
    if (seats.some((seat) => !this.isFree(seat))) return "SEATS_UNAVAILABLE";
    if (start - this.now < 14 * day) return "time";
    if (this.awaiting() + seats.length > ofHall) return "share_of_hall";
    if (this.awaiting(buyer) + seats.length > ofPerson) return "seats_of_person";
    const due = Math.min(this.now + window, start - day);
    this.invoices.push({ buyer, seats, due, state: "awaiting_payment", wasPaid: false });
    return "reserved";
  }

  pay(invoice: ModelInvoice): string {
    const refused = this.#refused(invoice);
    if (refused) return refused;
    Object.assign(invoice, { state: "confirmed", wasPaid: true });
    return "paid";
  }

  /** By its buyer, who may not give back what was paid. */
  cancel(invoice: ModelInvoice): string {
    if (invoice.state === "confirmed") return "CANCELLATION_CLOSED";
    const refused = this.#refused(invoice);
    if (refused) return refused;
    invoice.state = "cancelled";
    return "cancelled";
  }

  /** By the box office, which may. */
  cancelAtOffice(invoice: ModelInvoice): string {
    if (invoice.state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    invoice.state = "cancelled";
    return "cancelled";
  }

  #refused({ state }: ModelInvoice): string | null {
    if (state === "cancelled") return "BOOKING_ALREADY_CANCELLED";
    return state === "confirmed" ? "BOOKING_ALREADY_PAID" : null;
  }

  /** What is due lapses. */
  runScheduledWork(): void {
    for (const invoice of this.invoices)
      if (invoice.state === "awaiting_payment" && invoice.due <= this.now) invoice.state = "cancelled";
  }

  figures() {
    const sales = this.invoices.filter(({ wasPaid }) => wasPaid);
    const sold = sales.filter(({ state }) => state === "confirmed");
    return {
      reservations: this.invoices.length,
      reservations_lapsed: this.invoices.filter(({ state, wasPaid }) => state === "cancelled" && !wasPaid).length,
      seats_reserved: this.awaiting(),
      total_bookings: sales.length,
      total_cancellations: sales.length - sold.length,
      seats_sold: sold.reduce((sum, { seats }) => sum + seats.length, 0),
    };
  }
}

import { expect, test } from "vitest";
import { describePaymentNoted } from "./describe-payment-noted";

type Booking = Parameters<typeof describePaymentNoted>[0];

const line = (n: number) => ({ seat: `A-${n}`, section: "", row_label: "A", seat_label: `${n}`, price: 4500 });
const booking = (...seats: number[]) =>
  ({
    ...{ lines: seats.map(line), total: 4500 * seats.length, currency: "USD" },
    buyer: { name: "Ann", email: "ann@example.com" },
  }) as unknown as Booking;

test("whoever notes a payment is told first that it is a sale, and that the tickets go out", () => {
  expect(describePaymentNoted(booking(1, 2), true).slice(0, 2)).toEqual([
    "Row A, seats 1 and 2 count as sold, and US$90 as revenue of today.",
    "The tickets are valid at once, on the booking’s page. They are mailed to ann@example.com.",
  ]);
});

test("where no mail is sent, that the buyer has to be told", () => {
  const untold = "The ticket is valid at once, on the booking’s page. No mail sends it: tell the buyer yourself.";
  expect(describePaymentNoted(booking(1), false)[1]).toBe(untold);
  expect(describePaymentNoted({ ...booking(1), buyer: { name: "Ann", email: null } }, true)[1]).toBe(untold);
});

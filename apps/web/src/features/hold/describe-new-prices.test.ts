import { expect, it } from "vitest";
import { describeNewPrices } from "./describe-new-prices";

const line = (seat: string, seat_type: string, price: number) => ({ seat, seat_type, price });
const describe = (lines: ReturnType<typeof line>[], chosenAt: Record<string, number>) =>
  describeNewPrices(lines, (seat) => chosenAt[seat], "USD");

it("names each seat type once that costs something else than when it was chosen", () => {
  const lines = [line("A-1", "Premium", 9900), line("A-2", "Premium", 9900), line("J-1", "Balcony", 0)];
  expect(describe(lines, { "A-1": 7900, "A-2": 7900, "J-1": 4050 })).toBe(
    "The price of Premium is now US$99; it was US$79 when you chose. The price of Balcony is now US$0; it was US$40.50 when you chose.",
  );
});

it("says nothing of a price that stayed, or of a seat that was not chosen here", () => {
  expect(describe([line("A-1", "Premium", 9900), line("A-2", "Premium", 9900)], { "A-1": 9900 })).toBe("");
});

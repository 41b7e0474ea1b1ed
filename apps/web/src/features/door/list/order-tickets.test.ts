import { expect, test } from "vitest";
import { orderTickets } from "./order-tickets";

const ticket = (seat_label: string, holder: string | null) => ({
  section: "Stalls",
  row_label: "A",
  seat_label,
  holder,
});
const tickets = [ticket("10", "Berta"), ticket("2", null), ticket("9", "anna"), ticket("1", "Berta")];
const seatsBy = (sort: "name" | "seat") => orderTickets(tickets, sort).map(({ seat_label }) => seat_label);

test("the device's own list is printed by seat, ten after nine, or by name, without a name last", () => {
  expect(seatsBy("seat")).toEqual(["1", "2", "9", "10"]);
  expect(seatsBy("name")).toEqual(["9", "1", "10", "2"]);
});

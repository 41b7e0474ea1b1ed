import { expect, test } from "vitest";
import { nameBuyer } from "./name-buyer";

const user_id = "user-00003" as Parameters<typeof nameBuyer>[0]["user_id"];

test.each([
  [{ name: "Ole Dahl", email: "ole@example.com" }, "Ole Dahl"],
  [{ name: null, email: "Ida@Example.com" }, "Ida@Example.com"],
  [{ name: null, email: null }, "Guest 3, no e-mail"],
])("names a buyer by name, e-mail or id: %j", (buyer, name) => {
  expect(nameBuyer({ buyer, user_id })).toBe(name);
});

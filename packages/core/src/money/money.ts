import * as z from "zod/mini";
import { currencies } from "./currencies.rules.ts";
import { largestAmount } from "./money.rules.ts";

/** An amount in the minor unit of its currency: 15000 is 150.00 of a currency with two digits. */
export const Amount = z
  .int("a whole number of the currency's minor unit")
  .check(z.gte(0, "not negative"), z.lte(largestAmount));

/** A currency that an event can be sold in. What is stored is read as any text: a code may be withdrawn later. */
export const Currency = z.enum(currencies, "a current ISO 4217 code such as USD");

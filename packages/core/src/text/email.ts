import * as z from "zod/mini";
import { emailGrammar, toAsciiEmail } from "./email.rules.ts";

export const Email = z
  .string("an e-mail address")
  .check(z.overwrite(toAsciiEmail), z.email({ pattern: emailGrammar, error: "an e-mail address" }));

import { emailGrammar, emailLengths, toAsciiEmail } from "@evently/core/text/email.rules";

/** A typed e-mail address, nothing (which is allowed), or its fault. */
export type TypedEmail = { email: string } | { empty: true } | { fault: string };

/** The API's grammar decides; what it refuses gets a sentence that says what to change. */
export function readEmail(typed: string): TypedEmail {
  const email = toAsciiEmail(typed);
  if (email === "") return { empty: true };
  return emailGrammar.test(email) ? { email } : { fault: describeFault(email) };
}

function describeFault(email: string): string {
  const [name = "", domain, ...more] = email.split("@");
  if (domain === undefined) return "An e-mail address has an @ in it, such as name@example.com.";
  if (more.length > 0) return "There is more than one @. Enter one address.";
  if (name === "") return "The part before the @ is missing.";
  if (/\s/.test(email)) return "There is a space in the address.";
  if (domain === "") return "The part after the @ is missing.";
  if (!domain.includes(".")) return `“${domain}” is not a complete domain.${suggestDomain(name, domain)}`;
  if (name.length > emailLengths.name) return `The part before the @ has at most ${emailLengths.name} characters.`;
  if (email.length > emailLengths.whole) return `An address has at most ${emailLengths.whole} characters.`;
  if (/[^\0-\x7f]/.test(name)) return "Before the @, an address has only letters from A to Z, digits and signs.";
  return "This address is not valid. Check it for typos.";
}

/** Only a hint that would be an address: "example,org" is no name that ".com" completes. */
const suggestDomain = (name: string, domain: string): string =>
  emailGrammar.test(`${name}@${domain}.com`) ? ` Did you mean ${domain}.com?` : " Check it for typos.";

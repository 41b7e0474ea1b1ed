/** RFC 5321: the longest part before the @, and the longest address. */
export const emailLengths = { name: 64, whole: 254 } as const;

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

/**
 * HTML's grammar of an e-mail input (html.spec.whatwg.org, "valid email address"): dots
 * stand anywhere before the @, as some carriers' addresses have them. The domain has at least two labels and doesn't end
 * in a number: nothing else is delivered to.
 */
export const emailGrammar = new RegExp(
  `^(?=.{1,${emailLengths.whole}}$)[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,${emailLengths.name}}@(?:${label}\\.)+(?!\\d+$)${label}$`,
);

/** An address as it is stored: trimmed, an international domain in its ASCII form, everything else as typed. */
export function toAsciiEmail(typed: string): string {
  const email = typed.trim();
  // Converting takes a processor seconds for a million letters.
  if (email.length > emailLengths.whole) return email;
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  if (at === -1 || /^[\0-\x7f]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.。．｡-]+$/u.test(domain)) return email;
  const address = `https://${domain}`;
  return URL.canParse(address) ? `${email.slice(0, at)}@${new URL(address).hostname}` : email;
}

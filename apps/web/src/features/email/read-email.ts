/** What was typed as an e-mail address: an address, nothing (which is allowed), or what is wrong with it. */
export type TypedEmail = { email: string } | { empty: true } | { fault: string };

const longest = 254;
const address = /^[A-Za-z0-9_'+\-.]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** Told apart here for a clear message; the API has the last word. */
export function readEmail(typed: string): TypedEmail {
  const email = typed.trim();
  if (email === "") return { empty: true };
  const [name, domain, ...more] = email.split("@");
  if (domain === undefined) return { fault: "An e-mail address has an @ in it, such as name@example.com." };
  if (more.length > 0) return { fault: "There is more than one @. Please enter one address." };
  if (name === "") return { fault: "The part before the @ is missing." };
  if (!domain.includes("."))
    return { fault: `“${domain}” is not a complete domain. Did you mean ${domain || "name"}.com?` };
  if (/\s/.test(email)) return { fault: "There is a space in the address." };
  if (email.length > longest) return { fault: `An address has at most ${longest} characters.` };
  if (!address.test(email) || /\.\.|^\.|\.@/.test(email))
    return { fault: "Something in this address is not right. Please check it for typing errors." };
  return { email };
}

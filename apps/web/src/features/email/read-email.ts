/** A typed e-mail address, nothing (which is allowed), or its fault. */
export type TypedEmail = { email: string } | { empty: true } | { fault: string };

const maxLength = 254;
const address = /^[A-Za-z0-9_'+\-.]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** Checked here for a clear message; the API decides. */
export function readEmail(typed: string): TypedEmail {
  const email = typed.trim();
  if (email === "") return { empty: true };
  const [name, domain, ...more] = email.split("@");
  if (domain === undefined) return { fault: "An e-mail address has an @ in it, such as name@example.com." };
  if (more.length > 0) return { fault: "There is more than one @. Enter one address." };
  if (name === "") return { fault: "The part before the @ is missing." };
  if (!domain.includes("."))
    return { fault: `“${domain}” is not a complete domain. Did you mean ${domain || "name"}.com?` };
  if (/\s/.test(email)) return { fault: "There is a space in the address." };
  if (email.length > maxLength) return { fault: `An address has at most ${maxLength} characters.` };
  if (!address.test(email) || /\.\.|^\.|\.@/.test(email))
    return { fault: "This address is not valid. Check it for typos." };
  return { email };
}

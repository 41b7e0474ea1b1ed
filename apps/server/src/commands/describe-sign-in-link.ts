/** The link to be handed to whoever owns an account; only its path where nobody knows the site's own address. */
export function describeSignInLink(user_id: string, token: string, origin: string | null): string {
  const link = `${origin ?? ""}/sign-in#token=${token}`;
  const missing = origin === null ? "PUBLIC_ORIGIN is not set: put the site's address before it.\n" : "";
  return `${link}\n${missing}It signs in to ${user_id} once, within ten minutes, and verifies its e-mail address. Give it to its owner alone.\n`;
}

/** The link to be handed to whoever owns an account; only its path where the site's own address is not set. */
export function describeSignInLink(user_id: string, token: string, origin: string | undefined): string {
  const link = `${origin ?? ""}/sign-in#token=${token}`;
  const missing = origin === undefined ? "PUBLIC_ORIGIN is not set: put the site's address before it.\n" : "";
  return `${link}\n${missing}It signs in to ${user_id} once, within ten minutes, and verifies its e-mail address. Give it to its owner alone.\n`;
}

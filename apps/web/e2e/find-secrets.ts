/** What opens something by itself, or leads to a person: a booking's link, a session's token and a sign-in link's, an address. */
const secrets = [
  /\b\d+\.[\w-]{22}(?![\w-])/g,
  /\b(?:user-\d+|[\w-]{22})\.[\w-]{43}(?![\w-])/g,
  /[\w.+-]+@example\.(?:com|org)/g,
];

/** Longer than any of them. */
export const longestSecret = 300;

/** Everything in a text that no program may write into its log. */
export const findSecrets = (text: string): string[] => secrets.flatMap((pattern) => text.match(pattern) ?? []);

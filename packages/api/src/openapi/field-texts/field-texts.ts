/**
 * What fields mean, for readers of the API's documentation: `fields` by name, of the objects named in `owners` (a schema's
 * name, else its operation's, followed by the fields that lead to it, as in `EventPage.venue`).
 */
export type FieldTexts = { owners: readonly string[]; fields: Readonly<Record<string, string>> };

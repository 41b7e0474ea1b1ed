import type { MailboxQuery } from "./find-mails";

export type SearchParams = Record<string, string | string[] | undefined>;

/** What a page of the mailbox is asked for. */
export function readQuery(path: MailboxQuery["path"], { key, to, cursor }: SearchParams): MailboxQuery {
  return { path, key: toText(key) ?? "", to: toText(to), cursor: toText(cursor) };
}

const toText = (value: SearchParams[string]): string | undefined => (typeof value === "string" ? value : undefined);

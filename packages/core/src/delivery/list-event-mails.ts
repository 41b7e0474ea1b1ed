import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { getOwnEvent } from "../event/get-event.ts";
import type { EventId } from "../ids.ts";
import { viewMail } from "../mail/mail.table.ts";
import type { EventMail, MailState } from "../mail/mail.ts";
import { type Key, mailsOf } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import type { Actor } from "../user/user.ts";

type Input = { event_id: EventId; state?: MailState | undefined; limit: number; cursor?: string | undefined };

/** Pages read for one answer: of a large event few mails may be in the wanted state. */
const mostPages = 10;

/**
 * The mails to the buyers of an event, by booking, for those who can manage it. A page has fewer than `limit`, or none,
 * where few are in the wanted state. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_CURSOR.
 */
export async function listEventMails(
  core: Core,
  actor: Actor,
  { event_id, state, limit, cursor }: Input,
): Promise<{ items: EventMail[]; next_cursor: string | null }> {
  await getOwnEvent(core, actor, event_id, "box_office");
  const scope = `event.mails ${event_id} ${state ?? ""}`;
  const items: EventMail[] = [];
  let after = cursor ? (JSON.parse(openCursor(core.secret, scope, cursor)) as Key) : null;
  for (let pages = 0; pages < mostPages; pages++) {
    const query = { partition: mailsOf(event_id), limit: limit - items.length, ...(after ? { after } : {}) };
    const page = await queryPage(core.table, query);
    items.push(...page.items.map(viewMail).filter((mail) => state === undefined || mail.state === state));
    after = page.next as Key | null;
    if (!after || items.length >= limit) break;
  }
  return { items, next_cursor: after && sealCursor(core.secret, scope, JSON.stringify(after)) };
}

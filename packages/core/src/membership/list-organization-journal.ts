import type { Core } from "../core.ts";
import type { OrganizationId } from "../ids.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { listJournal } from "../journal/list-journal.ts";
import type { Page } from "../page-of.ts";
import type { Actor } from "../user/user.ts";
import { requireOrganization } from "./get-organization.ts";

type Input = { organization_id: OrganizationId; limit: number; cursor?: string | undefined };

/** Who did what with an organization and its members, newest first, for its owners. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN, INVALID_CURSOR. */
export async function listOrganizationJournal(core: Core, actor: Actor, input: Input): Promise<Page<JournalEntry>> {
  await requireOrganization(core, actor, input.organization_id, "owner");
  return listJournal(core, input.organization_id, input);
}

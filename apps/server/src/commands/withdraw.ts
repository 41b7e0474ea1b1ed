import type { Core } from "@evently/core/core";
import type { EventId, OrganizationId, UserId } from "@evently/core/ids";
import { hideEvent } from "@evently/core/operator/hide-event";
import { resumeAccount, suspendAccount } from "@evently/core/operator/suspend-account";
import {
  approveOrganization,
  resumeOrganization,
  type SuspendedOrganization,
  suspendOrganization,
} from "@evently/core/operator/suspend-organization";
import { describeApproved, describeHidden, describeSuspended, nameOrganization } from "./describe-withdrawal.ts";
import { isOrganizationId } from "./read-words.ts";
import { say } from "./say.ts";

export async function suspend(core: Core, id: string, reason: string | undefined): Promise<number> {
  const done = isOrganizationId(id)
    ? nameSuspended(await suspendOrganization(core, { organization_id: id, reason }))
    : { who: id, ...(await suspendAccount(core, { user_id: id as UserId, reason })) };
  return say(describeSuspended("suspended", done), 0);
}

export async function resume(core: Core, id: string, reason: string | undefined): Promise<number> {
  const done = isOrganizationId(id)
    ? nameSuspended(await resumeOrganization(core, { organization_id: id, reason }))
    : { who: id, ...(await resumeAccount(core, { user_id: id as UserId, reason })) };
  return say(describeSuspended("resumed", done), 0);
}

const nameSuspended = ({ organization, ...done }: SuspendedOrganization) => ({
  who: nameOrganization(organization),
  ...done,
});

export async function approve(
  core: Core,
  organization_id: OrganizationId,
  reason: string | undefined,
): Promise<number> {
  const { organization, isNew } = await approveOrganization(core, { organization_id, reason });
  return say(describeApproved(organization, isNew), 0);
}

export async function hide(
  core: Core,
  event_id: EventId,
  isHidden: boolean,
  reason: string | undefined,
): Promise<number> {
  return say(describeHidden(isHidden, await hideEvent(core, { event_id, isHidden, reason })), 0);
}

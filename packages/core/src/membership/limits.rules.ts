/** How many members an organization has: all are listed in one answer. */
export const mostMembers = 100;

/** How many open invitations an organization has: all are listed in one answer. */
export const mostInvitations = 100;

/** How long an invitation is good for, in seconds. */
export const invitationSeconds = 7 * 86_400;

/** How many organizations a person may be a member of: all stand on the person's item, which every request reads. */
export const mostMemberships = 20;

/** How many organizations a person may be a member of: all stand on the person's item, which every request reads. */
export const mostMemberships = 20;

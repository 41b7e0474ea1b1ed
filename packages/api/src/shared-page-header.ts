/**
 * Says that the site asks for a page that it shows to many visitors, and for no visitor in particular. Believed of a trusted
 * connection that names no visitor: whatever comes from outside arrives with an address.
 */
export const sharedPageHeader = "x-shared-page";

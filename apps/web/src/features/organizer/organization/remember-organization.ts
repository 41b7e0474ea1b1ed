/** Which of their organizations somebody looks at: a cookie, so that the server renders the same one. */
export const organizationCookie = "evently_organization";

const yearSeconds = 365 * 86_400;

export function rememberOrganization(organization_id: string): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that the site supports.
  document.cookie = `${organizationCookie}=${organization_id}; path=/organizer; max-age=${yearSeconds}; samesite=lax${secure}`;
}

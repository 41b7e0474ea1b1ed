import { getApi } from "~/trpc/server";
import { OrganizationNotice } from "./organization-notice";

/** How it stands with the organizations of whoever looks; nothing where that can't be read, which the page below says. */
export async function OrganizationNotices() {
  const { items } = await getApi()
    .organization.list.query()
    .catch(() => ({ items: [] }));
  return items.map(({ organization_id, name, state }) => (
    <OrganizationNotice key={organization_id} name={name} state={state} />
  ));
}

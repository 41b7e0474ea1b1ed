import type { OrganizationView } from "@evently/core/organization";
import { LinkButton } from "~/ui/link-button";
import { roleWords } from "../organization/role-words";

/** Whom somebody works for and as what, with the way to their events: from a ticket buyer's pages nothing else leads there. */
export function YourOrganizations({ items }: { items: readonly OrganizationView[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="your-organizations" className="flex flex-col items-start gap-4">
      <h2 id="your-organizations" className="display w-full border-ink border-b pb-2 font-semibold text-28">
        Where you work
      </h2>
      <ul className="flex flex-col gap-1">
        {items.map(({ organization_id, name, role }) => (
          <li key={organization_id}>
            <bdi className="font-semibold">{name}</bdi>
            {role ? <span className="text-soft"> · {roleWords[role].name}</span> : null}
          </li>
        ))}
      </ul>
      <LinkButton href="/organizer" prefetch={false}>
        Events you work at
      </LinkButton>
    </section>
  );
}

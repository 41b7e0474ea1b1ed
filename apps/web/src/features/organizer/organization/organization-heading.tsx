import type { OrganizationView } from "@evently/core/organization";
import clsx from "clsx";
import Link from "next/link";
import { Badge } from "~/ui/chip";
import { LinkButton } from "~/ui/link-button";
import { roleWords } from "./role-words";

type Page = "settings" | "members" | "payments";

/** An organization's name, one's own role in it, and the ways between its pages. */
export function OrganizationHeading({ organization, page }: { organization: OrganizationView; page: Page }) {
  const { organization_id, name, role, state } = organization;
  const path = `/organizer/organizations/${organization_id}`;
  const tabs: [Page, string, string][] = [
    ["settings", "Settings", path],
    ["members", "Members", `${path}/members`],
    ["payments", "Payments", `${path}/payments`],
  ];
  return (
    <header className="flex flex-col gap-4">
      <h1 dir="auto" className="display font-semibold text-28 sm:text-48">
        {name}
      </h1>
      <p className="flex flex-wrap items-center gap-3">
        <span>Your role: {role ? roleWords[role].name : "Operator"}</span>
        {state === "approved" ? null : (
          <Badge tone="spot">{state === "pending" ? "Not approved yet" : "Suspended"}</Badge>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {role === null || role === "owner" ? (
          <nav aria-label="Organization">
            <ul className="flex flex-wrap gap-x-6">
              {tabs.map(([tab, title, href]) => (
                <li key={tab}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={tab === page ? "page" : undefined}
                    className={clsx(
                      "flex min-h-11 items-center border-b-2 font-medium",
                      tab === page ? "border-curtain" : "border-transparent text-soft hover:text-ink",
                    )}
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <LinkButton href="/organizer/organizations/new" prefetch={false} className="sm:ml-auto">
          New organization
        </LinkButton>
      </div>
    </header>
  );
}

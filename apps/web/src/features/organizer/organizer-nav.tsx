"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useMay, useOrganizations } from "./organization/organizations";
import { SwitchOrganization } from "./organization/switch-organization";

const forManagers = [
  { href: "/organizer/venues", name: "Venues" },
  { href: "/organizer/events/new", name: "New event" },
  { href: "/organizer/venues/new", name: "New venue" },
];

/** The links between the pages that somebody's role has, the organization that they are of, and the account. */
export function OrganizerNav({ account }: { account: string }) {
  const path = usePathname();
  const { current } = useOrganizations();
  const isManager = useMay("manager", current?.organization_id);
  const links = [
    { href: "/organizer", name: "Events" },
    ...(isManager ? forManagers : []),
    ...(current ? [{ href: `/organizer/organizations/${current.organization_id}`, name: "Organization" }] : []),
  ];
  return (
    <div className="border-line border-b print:hidden">
      <div className="mx-auto flex w-full max-w-[76rem] flex-wrap items-center gap-x-6 px-2 sm:px-6">
        <nav aria-label="Organizer" className="min-w-0 sm:-ml-3 sm:shrink-0">
          <ul className="flex flex-wrap">
            {links.map(({ href, name }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  aria-current={path === href ? "page" : undefined}
                  className={clsx(
                    "flex min-h-12 items-center whitespace-nowrap border-b-2 px-2 font-medium text-14 sm:px-3",
                    path === href ? "border-curtain text-ink" : "border-transparent text-soft hover:text-ink",
                  )}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <SwitchOrganization />
        <Link
          href="/organizer/journal"
          prefetch={false}
          title={account}
          aria-current={path === "/organizer/journal" ? "page" : undefined}
          className="ml-auto flex min-h-12 min-w-0 items-center text-14 text-soft hover:text-ink max-sm:hidden"
        >
          <span className="sr-only">Signed in as </span>
          <bdi className="min-w-0 truncate">{account}</bdi>
        </Link>
      </div>
    </div>
  );
}

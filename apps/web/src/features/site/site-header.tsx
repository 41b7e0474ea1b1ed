import { Ticket } from "lucide-react";
import Link from "next/link";
import { HoldChipSlot } from "~/features/hold/hold-chip-slot";
import { Icon } from "~/ui/icon";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

export function SiteHeader() {
  return (
    <header className="group/header border-line border-b bg-paper print:hidden">
      <div className="mx-auto flex min-h-16 w-full max-w-[76rem] flex-wrap items-center gap-x-2 px-4 sm:px-6">
        <Link href="/" className="-mx-2 shrink-0 rounded-control px-2 py-1">
          <Wordmark />
        </Link>
        <HoldChipSlot />
        <nav aria-label="Main" className="ml-auto flex flex-wrap items-center gap-y-1 sm:gap-x-4">
          <Link
            href="/organizer"
            prefetch={false}
            className="flex h-10 items-center whitespace-nowrap rounded-control px-3 font-medium text-14 hover:bg-sunken max-sm:hidden"
          >
            For organizers
          </Link>
          <Link
            href="/bookings"
            prefetch={false}
            className="flex h-10 items-center gap-2 whitespace-nowrap rounded-control px-1.5 font-medium text-14 hover:bg-sunken sm:px-3"
          >
            <Icon icon={Ticket} size={18} className="shrink-0 max-sm:hidden" />
            My bookings
          </Link>
          <Link
            href="/account"
            prefetch={false}
            className="flex h-10 items-center whitespace-nowrap rounded-control px-3 font-medium text-14 hover:bg-sunken max-sm:hidden"
          >
            Account
          </Link>
          <ThemeSwitch />
        </nav>
      </div>
    </header>
  );
}

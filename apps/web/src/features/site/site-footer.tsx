import Link from "next/link";

export function SiteFooter() {
  return (
    <footer className="mt-24 border-line border-t print:hidden">
      <div className="mx-auto flex w-full max-w-[76rem] flex-col gap-x-8 gap-y-2 px-4 py-8 text-14 text-soft sm:flex-row sm:px-6">
        <p className="max-w-[60ch]">
          The price on the map is the price you pay. Your seats are held while you check out, and nothing is charged
          before you confirm.
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6 gap-y-2 sm:ml-auto">
          <Link href="/" className="underline underline-offset-4 hover:text-ink">
            All events
          </Link>
          <Link href="/bookings" prefetch={false} className="underline underline-offset-4 hover:text-ink">
            My bookings
          </Link>
          <Link href="/account" prefetch={false} className="underline underline-offset-4 hover:text-ink">
            Account
          </Link>
          <Link href="/organizer" prefetch={false} className="underline underline-offset-4 hover:text-ink">
            For organizers
          </Link>
        </nav>
      </div>
    </footer>
  );
}

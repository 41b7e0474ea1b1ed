import type { Metadata } from "next";
import { connection } from "next/server";
import { FoundLater } from "~/features/account/found-later";
import { Bookings } from "~/features/booking/list/bookings";
import { bookingsQuery } from "~/features/booking/list/bookings-query";
import { NoBookings } from "~/features/booking/list/no-bookings";
import { findFailureOf } from "~/trpc/failure";
import { api, getApi, getQueryClient, Hydrate } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "My bookings" };

export default async function BookingsPage() {
  await connection();
  const finding = findLater();
  const { pages, hasNoSession } = await getQueryClient()
    .fetchInfiniteQuery(bookingsQuery((input) => getApi().booking.list.query(input)))
    .then((data) => ({ ...data, hasNoSession: false }))
    .catch((error: unknown) => ({ pages: [], hasNoSession: findFailureOf(error, "SIGN_IN_REQUIRED") !== null }));
  const ids = new Set(pages.flatMap(({ items }) => items.map(({ event_id }) => event_id)));
  await Promise.all([...ids].map((event_id) => api.event.get.prefetch({ event_id })));
  const later = await finding;
  return (
    <Hydrate>
      <PageFrame className="flex flex-col gap-8">
        <h1 className="display font-semibold text-48 sm:text-64">My bookings</h1>
        {hasNoSession ? <NoBookings /> : <Bookings />}
        {later ? <FoundLater {...later} /> : null}
      </PageFrame>
    </Hydrate>
  );
}

/** What an account was not asked about yet; the page is complete without. */
async function findLater() {
  const api = getApi();
  const user = await api.session.get.query().catch(() => null);
  if (user === null || user.role === "guest") return null;
  const { items } = await api.user.found.query().catch(() => ({ items: [] }));
  return items.length > 0 ? { user_id: user.user_id, items } : null;
}

import { BookingsSkeleton } from "~/features/booking/list/bookings-skeleton";
import { PageFrame } from "~/ui/page-frame";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-48 sm:text-64">My bookings</h1>
      <BookingsSkeleton />
    </PageFrame>
  );
}

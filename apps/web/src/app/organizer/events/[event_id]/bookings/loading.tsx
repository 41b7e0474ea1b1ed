import { SoldSkeleton } from "~/features/organizer/buyers/sold-skeleton";
import { PageFrame } from "~/ui/page-frame";
import { LoadingNote } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-36 sm:text-48">Bookings</h1>
      <LoadingNote>Loading the bookings</LoadingNote>
      <SoldSkeleton />
    </PageFrame>
  );
}

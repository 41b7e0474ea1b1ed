import { SoldSkeleton } from "~/features/organizer/buyers/sold-skeleton";
import { LoadingPage } from "~/ui/loading-page";

export default function Loading() {
  return (
    <LoadingPage title="Bookings" subject="the bookings">
      <SoldSkeleton />
    </LoadingPage>
  );
}

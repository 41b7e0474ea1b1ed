import { BoxOfficeSkeleton } from "~/features/organizer/box-office/box-office-skeleton";
import { LoadingPage } from "~/ui/loading-page";

export default function Loading() {
  return (
    <LoadingPage title="Box office" subject="the hall">
      <BoxOfficeSkeleton />
    </LoadingPage>
  );
}

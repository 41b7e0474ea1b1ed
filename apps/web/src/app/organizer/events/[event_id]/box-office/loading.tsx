import { BoxOfficeSkeleton } from "~/features/organizer/box-office/box-office-skeleton";
import { PageFrame } from "~/ui/page-frame";
import { LoadingNote } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-28 sm:text-48">Box office</h1>
      <LoadingNote>Loading the hall</LoadingNote>
      <BoxOfficeSkeleton />
    </PageFrame>
  );
}

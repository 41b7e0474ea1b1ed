import { OverviewSkeleton } from "~/features/analytics/overview/overview-skeleton";
import { PageFrame } from "~/ui/page-frame";
import { LoadingNote } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-48 sm:text-64">Your events</h1>
      <LoadingNote>Loading your events</LoadingNote>
      <OverviewSkeleton />
    </PageFrame>
  );
}

import { DashboardSkeleton } from "~/features/analytics/dashboard/dashboard-skeleton";
import { PageFrame } from "~/ui/page-frame";
import { LoadingNote } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame>
      <LoadingNote>Loading the figures</LoadingNote>
      <DashboardSkeleton />
    </PageFrame>
  );
}

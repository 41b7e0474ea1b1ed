import { ListSkeleton } from "~/features/browse/list/list-skeleton";
import { PageFrame } from "~/ui/page-frame";
import { Skeleton } from "~/ui/skeleton";

/** In a route group of its own: above the event's page it would send a 200 before that page can answer 404. */
export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-4">
      <div className="flex flex-col gap-4 sm:flex-row sm:items-center sm:gap-10">
        <h1 className="display shrink-0 font-semibold text-48 sm:text-64">What’s on</h1>
        <Skeleton className="h-14 w-full" />
      </div>
      <Skeleton className="h-11 w-full max-w-xl" />
      <ListSkeleton />
    </PageFrame>
  );
}

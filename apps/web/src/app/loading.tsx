import { PageFrame } from "~/ui/page-frame";
import { LoadingNote, Skeleton } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-6">
      <LoadingNote>Loading</LoadingNote>
      <Skeleton className="h-12 w-72 max-w-full" />
      <Skeleton className="h-28" />
      <Skeleton className="h-28" />
      <Skeleton className="h-28" />
    </PageFrame>
  );
}

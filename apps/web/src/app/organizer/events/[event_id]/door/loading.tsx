import { PageFrame } from "~/ui/page-frame";
import { LoadingNote, Skeleton } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-28 sm:text-48">Door</h1>
      <LoadingNote>Loading the door</LoadingNote>
      <Skeleton className="h-40 w-full" />
    </PageFrame>
  );
}

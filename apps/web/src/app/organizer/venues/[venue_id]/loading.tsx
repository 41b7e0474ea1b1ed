import { PageFrame } from "~/ui/page-frame";
import { LoadingNote, Skeleton } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <LoadingNote>Loading the venue</LoadingNote>
      <Skeleton className="h-12 w-full max-w-[24rem]" />
      <Skeleton className="h-96 w-full" />
    </PageFrame>
  );
}

import { PageFrame } from "~/ui/page-frame";
import { LoadingNote, Skeleton } from "~/ui/skeleton";

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-28 sm:text-48">Receipt</h1>
      <LoadingNote>Loading the receipt</LoadingNote>
      <Skeleton className="h-96 w-full max-w-[44rem]" />
    </PageFrame>
  );
}

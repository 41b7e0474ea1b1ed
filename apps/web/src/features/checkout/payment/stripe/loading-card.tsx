import { LoadingNote, Skeleton } from "~/ui/skeleton";

/** As high as what it waits for. */
export function LoadingCard() {
  return (
    <div className="flex flex-col gap-3">
      <LoadingNote>Loading the card form</LoadingNote>
      <Skeleton className="h-12" />
      <div className="grid grid-cols-2 gap-3">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
      <Skeleton className="h-12" />
    </div>
  );
}

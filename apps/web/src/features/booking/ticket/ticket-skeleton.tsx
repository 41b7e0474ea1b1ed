import { LoadingNote, Skeleton } from "~/ui/skeleton";

export function TicketSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <LoadingNote>Loading your ticket</LoadingNote>
      <Skeleton className="h-9 w-32" />
      <div className="grid gap-0.5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
      </div>
    </div>
  );
}

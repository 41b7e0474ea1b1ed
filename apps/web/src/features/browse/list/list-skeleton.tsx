import { LoadingNote, Skeleton } from "~/ui/skeleton";

const rows = ["first", "second", "third", "fourth", "fifth"];

export function ListSkeleton() {
  return (
    <div className="border-line border-t lg:grid lg:grid-cols-[9.5rem_1fr]">
      <LoadingNote>Loading events</LoadingNote>
      <Skeleton className="my-3 h-6 w-32 lg:my-6 lg:h-24 lg:w-20" />
      <div className="divide-y divide-line">
        {rows.map((row) => (
          <div key={row} className="flex gap-4 py-4 sm:gap-6">
            <Skeleton className="h-28 w-20 shrink-0 rounded-none sm:h-[9.1rem] sm:w-[6.5rem]" />
            <div className="flex grow flex-col gap-3 pt-1">
              <Skeleton className="h-4 w-16" />
              <Skeleton className="h-7 w-4/5 max-w-96" />
              <Skeleton className="h-4 w-3/5 max-w-72" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

import { LoadingPage } from "~/ui/loading-page";
import { Skeleton } from "~/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage title="Door" subject="the door">
      <Skeleton className="h-40 w-full" />
    </LoadingPage>
  );
}

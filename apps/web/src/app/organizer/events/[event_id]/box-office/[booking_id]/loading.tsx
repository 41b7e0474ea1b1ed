import { LoadingPage } from "~/ui/loading-page";
import { Skeleton } from "~/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage title="Receipt" subject="the receipt">
      <Skeleton className="h-96 w-full max-w-[44rem]" />
    </LoadingPage>
  );
}

import { HoldersSkeleton } from "~/features/organizer/holders/holders-skeleton";
import { LoadingPage } from "~/ui/loading-page";

export default function Loading() {
  return (
    <LoadingPage title="Held seats" subject="the held seats">
      <HoldersSkeleton />
    </LoadingPage>
  );
}

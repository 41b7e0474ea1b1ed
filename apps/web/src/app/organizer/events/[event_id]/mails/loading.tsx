import { FormSkeleton } from "~/features/organizer/form/form-skeleton";
import { PageFrame } from "~/ui/page-frame";

export default function Loading() {
  return (
    <PageFrame>
      <FormSkeleton subject="the event" />
    </PageFrame>
  );
}

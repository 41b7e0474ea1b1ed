import { PageFrame } from "~/ui/page-frame";
import { FormSkeleton } from "./form-skeleton";

/** A page with a form, or a list beside something, while it loads. */
export function LoadingForm({ subject }: { subject: string }) {
  return (
    <PageFrame>
      <FormSkeleton subject={subject} />
    </PageFrame>
  );
}

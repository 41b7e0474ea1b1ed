import { LoadingForm } from "~/features/organizer/form/loading-form";

export default function Loading() {
  return <LoadingForm subject="the event" />;
}

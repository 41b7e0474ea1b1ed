import type { Metadata } from "next";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PageFrame>
      <div className="flex flex-col items-start gap-5 py-12">
        <p className="display font-semibold text-64 text-curtain">404</p>
        <h1 className="display font-semibold text-36">We can’t find this page</h1>
        <p className="max-w-[60ch] text-soft">
          It may have moved, or the event may no longer be public. Your bookings are safe under My bookings.
        </p>
        <div className="flex flex-wrap gap-3">
          <LinkButton variant="primary" href="/">
            See all events
          </LinkButton>
          <LinkButton href="/bookings">My bookings</LinkButton>
        </div>
      </div>
    </PageFrame>
  );
}

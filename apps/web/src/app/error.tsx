"use client";

import { type ComponentProps, lazy, Suspense } from "react";

// Every page carries this file, so what it shows is loaded when a page has failed.
const FailedPage = lazy(() => import("~/features/site/failed-page").catch(() => ({ default: UnloadedFailure })));

export default function ErrorPage(props: ComponentProps<typeof FailedPage>) {
  return (
    <Suspense>
      <FailedPage {...props} />
    </Suspense>
  );
}

/** Without a network nothing else loads either. */
function UnloadedFailure() {
  return (
    <p role="alert" className="mx-auto p-6">
      This page did not load. Reload it once you are connected.
    </p>
  );
}

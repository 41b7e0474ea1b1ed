import { PageFrame } from "~/ui/page-frame";

export default function HomePage() {
  return (
    <PageFrame>
      <h1 className="display font-semibold text-48">What’s on</h1>
    </PageFrame>
  );
}

import type { SellerFact } from "@evently/core/organization/seller.rules";

/** The lines of a legal notice; an address keeps its own lines. */
export function SellerFacts({ facts }: { facts: readonly SellerFact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-14 sm:grid-cols-[auto_minmax(0,1fr)]">
      {facts.map(({ label, value, href }) => (
        <div key={label} className="sm:contents">
          <dt className="text-soft">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line">
            {href ? <FactLink href={href}>{value}</FactLink> : <bdi>{value}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A seller's own pages are strangers to this site. */
function FactLink({ href, children }: { href: string; children: string }) {
  if (href.startsWith("mailto:"))
    return (
      <a href={href} className="break-all underline underline-offset-4">
        {children}
      </a>
    );
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="break-all underline underline-offset-4"
    >
      {children}
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}

import type { OrganizationView } from "@evently/core/organization";
import { listSellerFacts } from "@evently/core/organization/seller.rules";
import { SellerFacts } from "~/features/seller/seller-facts";
import { roleWords } from "./role-words";

/** What buyers are told of an organization, for members who don't own it, and what they themselves may do. */
export function ReadOrganization({ organization }: { organization: OrganizationView }) {
  const { role } = organization;
  return (
    <div className="flex max-w-[65ch] flex-col gap-8">
      {role ? <p>{roleWords[role].may} An owner can give you another role.</p> : null}
      <section aria-labelledby="notice" className="flex flex-col gap-3">
        <h2 id="notice" className="display font-semibold text-22">
          What buyers read of you
        </h2>
        <SellerFacts facts={listSellerFacts(organization)} />
      </section>
    </div>
  );
}

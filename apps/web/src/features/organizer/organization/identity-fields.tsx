import { Field } from "~/ui/field/field";
import type { FormFaults } from "../form/use-form-faults";
import type { IdentityDraft, TextField } from "./identity-draft";
import { PaymentMethods } from "./payment-methods";

type Props = {
  draft: IdentityDraft;
  faults: FormFaults;
  onChange: (part: Partial<IdentityDraft>, name: keyof IdentityDraft) => void;
};

/** Who sells, as buyers read it on the event's page, at the checkout, on tickets and in mails. */
export function IdentityFields({ draft, faults, onChange }: Props) {
  const control = (name: TextField) => ({
    name,
    fault: faults[name],
    value: draft[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [name]: currentTarget.value }, name),
  });
  const link = { type: "url", inputMode: "url", placeholder: "https://", autoComplete: "off" } as const;
  return (
    <>
      <Field label="Name" {...control("name")} autoComplete="organization" hint="What buyers know you by." />
      <Section title="Legal notice" lead="What the law wants buyers to know of you. What you leave empty is not shown.">
        <Field
          label="Legal name"
          {...control("legal_name")}
          autoComplete="off"
          hint="Where it differs from the name."
        />
        <Field label="Address" {...control("address")} autoComplete="off" />
        <Field
          label="Contact e-mail address"
          {...control("contact_email")}
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          hint="Everybody sees it."
        />
        <Field label="VAT id" {...control("vat_id")} autoComplete="off" spellCheck={false} />
      </Section>
      <Section
        title="Terms and privacy"
        lead="Whoever pays on this site accepts your terms, and their booking keeps which version that was; whoever buys at your counter is shown none here. When the text changes, give it another address."
      >
        <Field label="Link to your terms" {...control("terms_url")} {...link} />
        <Field label="Link to your privacy notice" {...control("privacy_url")} {...link} />
      </Section>
      <PaymentMethods
        chosen={draft.payment_methods}
        fault={faults.payment_methods}
        onChoose={(payment_methods) => onChange({ payment_methods }, "payment_methods")}
      />
    </>
  );
}

function Section({ title, lead, children }: { title: string; lead: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="display font-semibold text-22">{title}</h2>
        <p className="max-w-[60ch] text-14 text-soft">{lead}</p>
      </div>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">{children}</div>
    </section>
  );
}

import type { PaymentMethod } from "@evently/core/organization";
import { useId } from "react";
import { CheckBox } from "~/ui/field/check-box";
import { inOrder } from "./identity-draft";

type Props = {
  chosen: readonly PaymentMethod[];
  fault: string | undefined;
  onChoose: (methods: PaymentMethod[]) => void;
};

/** How buyers pay for the organization's seats; what an invoice means is said beside it. */
export function PaymentMethods({ chosen, fault, onChoose }: Props) {
  const id = useId();
  const control = (method: PaymentMethod) => ({
    name: "payment_methods",
    checked: chosen.includes(method),
    "aria-invalid": fault !== undefined,
    "aria-describedby": fault === undefined ? undefined : id,
    onChange: ({ currentTarget }: { currentTarget: { checked: boolean } }) =>
      onChoose(inOrder(currentTarget.checked ? [...chosen, method] : chosen.filter((other) => other !== method))),
  });
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="display pb-1 font-semibold text-22">Ways to pay</legend>
      <p className="max-w-[60ch] pb-2 text-14 text-soft">For the seats of all your events.</p>
      <CheckBox {...control("card")}>By card, at once</CheckBox>
      <CheckBox {...control("invoice")}>
        On invoice, later
        <span className="block max-w-[60ch] pt-1 text-14 text-soft">
          Seats are reserved, and kept from everybody else until they have to be paid. You tell the buyer how to pay, so
          state your contact above; your box office notes the payment, and the tickets go out.
        </span>
      </CheckBox>
      {fault ? (
        <p id={id} role="alert" className="pt-1 font-medium text-14 text-curtain">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}

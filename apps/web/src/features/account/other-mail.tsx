import { Button } from "~/ui/button";

type Props = {
  label: string;
  /** Nothing else is left to do. */
  isOnly: boolean;
  isPending: boolean;
  onAsk: () => void;
  onChangeAddress: () => void;
};

/** Another mail to the same address, or to another one. */
export function OtherMail({ label, isOnly, isPending, onAsk, onChangeAddress }: Props) {
  return (
    <>
      <Button
        variant={isOnly ? "primary" : "quiet"}
        size="large"
        pending={isPending}
        pendingLabel="Sending…"
        onClick={onAsk}
      >
        {label}
      </Button>
      <Button variant="plain" size="large" onClick={onChangeAddress}>
        Use another address
      </Button>
    </>
  );
}

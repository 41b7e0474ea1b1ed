import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import { Icon } from "~/ui/icon";

type Props = { pressed: boolean; icon: LucideIcon; name: string; onClick: () => void };

/** Chooses one of the two views of the same seats. */
export function ModeButton({ pressed, icon, name, onClick }: Props) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={clsx(
        "flex min-h-9 items-center gap-1.5 rounded-control px-2.5 font-medium",
        pressed ? "bg-sunken text-ink" : "text-soft hover:text-ink",
      )}
    >
      <Icon icon={icon} size={16} />
      {name}
    </button>
  );
}

import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, type ButtonSize, buttonStyle } from "./button-style";

type Props = ComponentProps<typeof Link> & { look?: ButtonLook; size?: ButtonSize };

/** A link that leads to the next step, dressed as a button. */
export function LinkButton({ look = "quiet", size = "normal", className, ...props }: Props) {
  return <Link {...props} className={buttonStyle(look, size, className)} />;
}

import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link styled as a button. */
export function LinkButton({ variant = "quiet", size = "normal", className, ...props }: Props) {
  return <Link {...props} className={buttonStyle(variant, size, className)} />;
}

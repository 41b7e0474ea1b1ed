"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { LinkButton } from "~/ui/link-button";
import { signInPath } from "./sign-in-path";

/** To the page that signs in, which leads back to this one. */
export function SignInLink(props: Omit<ComponentProps<typeof LinkButton>, "href">) {
  return (
    <LinkButton prefetch={false} {...props} href={signInPath(usePathname())}>
      Sign in
    </LinkButton>
  );
}

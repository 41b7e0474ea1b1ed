import { confirmSignIn } from "../sign-in/confirm-sign-in.ts";
import { requestSignIn } from "../sign-in/request-sign-in.ts";
import type { SignInPurpose } from "../sign-in/sign-in.ts";
import { secretsOf } from "../sign-in/sign-in-secrets.ts";
import type { Started } from "../user/create-user.ts";
import type { TestCore } from "./open-core.ts";

export const anywhere = { network: null, device: null } as const;
export const alone = { device: null, guest_id: null, account: null } as const;

/** A request to sign in, with what its mail says. */
export async function askToSignIn(core: TestCore, email: string, purpose: SignInPurpose = "sign-in") {
  const { request_id } = await requestSignIn(core, { email, purpose }, anywhere);
  return { request_id, ...secretsOf(core.secret, request_id) };
}

/** Signs in by the link of a mail to the address. */
export async function signIn(core: TestCore, email: string): Promise<Started> {
  const { token } = await askToSignIn(core, email);
  return confirmSignIn(core, { token }, alone);
}

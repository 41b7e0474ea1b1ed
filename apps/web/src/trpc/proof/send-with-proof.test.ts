import { afterEach, expect, test, vi } from "vitest";
import { makeApiError } from "../failure.fixture";
import { proofHeaders, sendWithProof } from "./send-with-proof";

afterEach(() => vi.unstubAllGlobals());

const proofRequired = () => makeApiError("PROOF_REQUIRED", { retry_after: 90, challenge: {} });

/** A request that is refused, and how often it was sent. */
function openRequest(error: Error) {
  const sent: object[] = [];
  const send = (options: object) => {
    sent.push(options);
    return Promise.reject(error);
  };
  return { sent, send };
}

test("what is not refused for want of a proof is sent once, without one", async () => {
  expect(await sendWithProof(async ({ context = {} }) => proofHeaders(context))).toEqual({});
  const { sent, send } = openRequest(makeApiError("UNAVAILABLE"));
  await expect(sendWithProof(send)).rejects.toThrow();
  expect(sent).toEqual([{}]);
});

test("a browser without Web Crypto, as it is without TLS, does not try to work", async () => {
  vi.stubGlobal("crypto", {});
  const { sent, send } = openRequest(proofRequired());
  const onWork = vi.fn();
  await expect(sendWithProof(send, onWork)).rejects.toMatchObject({
    data: { failure: { error_code: "PROOF_REQUIRED" } },
  });
  expect(sent).toEqual([{}]);
  expect(onWork).not.toHaveBeenCalled();
});

test("where no worker starts, the first answer stands", async () => {
  const { sent, send } = openRequest(proofRequired());
  await expect(sendWithProof(send)).rejects.toMatchObject({ data: { failure: { error_code: "PROOF_REQUIRED" } } });
  expect(sent).toEqual([{}]);
});

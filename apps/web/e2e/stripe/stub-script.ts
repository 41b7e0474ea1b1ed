import type { StripeElementsOptionsMode } from "@stripe/stripe-js";

/** What the stub was opened and asked with, for a story to look at. */
export type StubRecord = { key: string; account: string | null; options: Partial<StripeElementsOptionsMode>[] };

/**
 * Runs in the page in place of Stripe.js, as far as the checkout uses that: its fields and the bank's question are frames of
 * Stripe's origins, and it makes tokens at Stripe's API, so that the page's policy is met by all three.
 */
export function installStripe(): void {
  type Update = Record<string, unknown>;
  const record: StubRecord = { key: "", account: null, options: [] };

  function addFrame(parent: HTMLElement, src: string, title: string): HTMLIFrameElement {
    const frame = document.createElement("iframe");
    frame.src = src;
    frame.title = title;
    frame.style.width = "100%";
    frame.style.height = "230px";
    frame.style.border = "0";
    parent.append(frame);
    return frame;
  }

  /** Calls back with each message of the frame; returns how to stop that. */
  function hear(frame: HTMLIFrameElement, onMessage: (data: Record<string, string>) => unknown): () => void {
    const listen = ({ source, data }: MessageEvent) => {
      if (source === frame.contentWindow) onMessage(data);
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }

  async function post(path: string, body: Record<string, string>): Promise<Record<string, unknown>> {
    const response = await fetch(`https://api.stripe.com${path}`, { method: "POST", body: new URLSearchParams(body) });
    return response.json();
  }

  function createElements(first: Update) {
    record.options.push(first);
    let number = "";
    let frame: HTMLIFrameElement | null = null;
    let onNumber: () => void = () => undefined;
    const handlers: Record<string, ((event: object) => void)[]> = {};
    const element = {
      on: (name: string, handler: (event: object) => void) => {
        handlers[name] = [...(handlers[name] ?? []), handler];
        return element;
      },
      off: (name: string, handler: (event: object) => void) => {
        handlers[name] = (handlers[name] ?? []).filter((other) => other !== handler);
        return element;
      },
      update: () => undefined,
      destroy: () => frame?.remove(),
      mount: (node: HTMLElement) => {
        frame = addFrame(node, "https://js.stripe.com/stub/card", "Secure payment input frame");
        hear(frame, (data) => {
          if (data.ready) for (const handler of handlers.ready ?? []) handler({ elementType: "payment" });
          number = data.number ?? "";
          onNumber();
        });
      },
    };
    return {
      number: () => number,
      create: () => element,
      getElement: () => element,
      update: (options: Update) => void record.options.push(options),
      fetchUpdates: async () => ({}),
      submit: async () => {
        // The frame alone knows what is typed.
        await new Promise<void>((done) => {
          onNumber = done;
          frame?.contentWindow?.postMessage("submit", "https://js.stripe.com");
        });
        if (number !== "") return {};
        return { error: { type: "validation_error", message: "Your card number is incomplete." } };
      },
    };
  }

  function openChallenge(clientSecret: string): Promise<object> {
    const overlay = document.createElement("div");
    overlay.style.position = "fixed";
    overlay.style.inset = "0";
    overlay.style.zIndex = "2147483647";
    overlay.style.background = "white";
    document.body.append(overlay);
    const frame = addFrame(overlay, "https://hooks.stripe.com/stub/challenge", "Your bank’s question");
    return new Promise((done) => {
      const forget = hear(frame, async ({ answer = "" }) => {
        forget();
        if (answer !== "close") await post("/stub/answer", { client_secret: clientSecret, answer });
        overlay.remove();
        done(answer === "approve" ? { paymentIntent: {} } : { error: { type: "invalid_request_error" } });
      });
    });
  }

  const open = (key: string, { stripeAccount = null }: { stripeAccount?: string | null } = {}) => {
    record.key = key;
    record.account = stripeAccount;
    return {
      elements: createElements,
      createToken: () => undefined,
      createPaymentMethod: () => undefined,
      confirmCardPayment: () => undefined,
      registerAppInfo: () => undefined,
      _registerWrapper: () => undefined,
      createConfirmationToken: async ({ elements }: { elements: { number(): string } }) =>
        post("/v1/confirmation_tokens", { number: elements.number() }),
      handleNextAction: ({ clientSecret }: { clientSecret: string }) => openChallenge(clientSecret),
    };
  };
  Object.assign(open, { version: "endive" });
  Object.assign(window, { Stripe: open, stripeStub: record });
}

/** The fields that Stripe draws in a frame of its own. */
export const cardFrame = `<!doctype html><html lang="en"><title>Card</title>
<label>Card number <input inputmode="numeric" autocomplete="off"></label><p role="alert"></p>
<script>
const field = document.querySelector("input");
addEventListener("message", () => {
  if (field.value === "") {
    document.querySelector("p").textContent = "Your card number is incomplete.";
    field.focus();
  }
  parent.postMessage({ number: field.value }, "*");
});
parent.postMessage({ ready: "yes" }, "*");
</script>`;

/** What a bank asks its customer, in a frame of Stripe's. */
export const challengeFrame = `<!doctype html><html lang="en"><title>Bank</title>
<button value="approve">Approve</button> <button value="refuse">Refuse</button> <button value="close">Close</button>
<script>
for (const button of document.querySelectorAll("button"))
  button.addEventListener("click", () => parent.postMessage({ answer: button.value }, "*"));
</script>`;

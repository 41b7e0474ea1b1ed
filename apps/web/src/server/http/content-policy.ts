import { createHash, randomBytes } from "node:crypto";
import { keptStyle } from "~/features/offline/kept-style";
import { themeScript } from "~/features/site/theme";

/**
 * A document's policies: `payment` for pages where one pays, of which `stripe` is the checkout where Stripe takes the payments, `door`
 * for those that let people in, which are documents of their own, see `leavesDocument`; `kept` for a ticket that browsers keep, which
 * has its own style and nothing else.
 */
export type PolicyKind = "ordinary" | "payment" | "stripe" | "door" | "kept";

/** What Stripe asks for at https://docs.stripe.com/security/guide, of which Link and addresses are left out. Frames change subdomains. */
const stripe = {
  scripts: "https://js.stripe.com https://*.js.stripe.com",
  frames: "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
  connections: "https://api.stripe.com",
};

/** What of the device a document may ask for: a camera where codes are read. */
export const writePermissions = (kind: PolicyKind): string =>
  `camera=(${kind === "door" ? "self" : ""}), geolocation=(), microphone=()`;

export type ScriptSource = `'${string}'`;

export const hashSource = (script: string): ScriptSource =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** In every page, and the same in all of them. */
const themeSource = hashSource(themeScript);

export const makeNonce = (): string => randomBytes(18).toString("base64");

/** For a response that one visitor gets: scripts with its nonce run, and those that they load. */
export function writeNoncePolicy(nonce: string, kind: PolicyKind, isDevelopment: boolean): string {
  if (kind === "kept") return keptPolicy;
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic' ${themeSource}`;
  // React's development build needs `eval` for its stack traces, and its style sheets arrive inside of scripts.
  if (isDevelopment) return writePolicy(kind, `${scripts} 'unsafe-eval'`, "'self' 'unsafe-inline'");
  return writePolicy(kind, scripts, `'self' 'nonce-${nonce}'`);
}

/** For a response that many visitors get: its own inline scripts run, by their hashes, and files of the site. */
export function writeSharedPolicy(inlineScripts: readonly ScriptSource[]): string {
  return writePolicy("ordinary", ["'self'", ...new Set([themeSource, ...inlineScripts])].join(" "), "'self'");
}

const keptPolicy = joinRules({
  "default-src": "'none'",
  "style-src": hashSource(keptStyle),
  // Its icon, which is none: browsers ask for one.
  "img-src": "data:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
});

function writePolicy(kind: PolicyKind, scripts: string, styles: string): string {
  const isStripe = kind === "stripe";
  const rules = {
    "default-src": "'self'",
    "script-src": isStripe ? `${scripts} ${stripe.scripts}` : scripts,
    ...(isStripe ? { "frame-src": stripe.frames } : {}),
    "style-src": styles,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": isStripe ? `'self' ${stripe.connections}` : "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    // What is typed where one pays, or at the door, is sent by script alone; a form that someone slipped in sends it nowhere.
    "form-action": kind === "ordinary" ? "'self'" : "'none'",
    "frame-ancestors": "'none'",
  };
  return joinRules(rules);
}

function joinRules(rules: Record<string, string>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

export { HoldNotFound as default } from "~/features/checkout/hold/hold-not-found";

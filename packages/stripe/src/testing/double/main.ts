// A process that stands for Stripe: its state is in the file of its first argument, its port the second, its keys the rest.
import { serve } from "./serve.ts";

const [file = "", port = "0", secretKey = "", publishableKey = ""] = process.argv.slice(2);
const { origin } = await serve({ file, port: Number(port), keys: { secretKey, publishableKey } });
process.on("disconnect", () => process.exit());
process.send?.({ origin });

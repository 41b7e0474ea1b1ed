// Runs the same test with forty histories, as part of `npm run proof`.
import "./history.engine.test.ts";

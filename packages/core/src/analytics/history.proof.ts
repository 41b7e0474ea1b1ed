// The forty histories of `npm run proof`: the same test, longer.
import "./history.engine.test.ts";

// The same deaths, on each engine.
import "./move-to-venue-killed.engine.test.ts";

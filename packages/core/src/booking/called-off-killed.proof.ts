// 2,000 bookings: EVENTLY_PROOF is set for this project.
import "./called-off-killed.engine.test.ts";

import { connect } from "node:net";
import { fail } from "./run.mjs";

/** Ends with a sentence for each port that is wanted twice, or where something listens already. */
export async function checkPortsFree({ host, port, webPort, enginePort, embedded }) {
  const wanted = [
    ["PORT", port, host],
    ["WEB_PORT", webPort, host],
    ...(embedded && enginePort !== null ? [["DYNAMODB_PORT", enginePort, "127.0.0.1"]] : []),
  ];
  const faults = [];
  for (const [i, [setting, number, at]] of wanted.entries()) {
    const [twin] = wanted.slice(0, i).find(([, other]) => other === number) ?? [];
    if (twin) faults.push(`${twin} and ${setting} are both ${number}: set one of them to another port.`);
    else if (await isTaken(number, at))
      faults.push(
        `Port ${number} is already taken: end the process that listens there, or set ${setting} to another port.`,
      );
  }
  if (faults.length > 0) fail(faults.join("\n"));
}

function isTaken(port, host) {
  return new Promise((done) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

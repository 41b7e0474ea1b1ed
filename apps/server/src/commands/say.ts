/** Prints a command's answer, or with the code 2 why it could not run; returns the exit code. */
export function say(text: string, code: number): number {
  (code === 2 ? process.stderr : process.stdout).write(text);
  return code;
}

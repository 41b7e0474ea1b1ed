/** Whether nothing but this machine reaches a host, as a URL names it without its port. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(hostname);
}

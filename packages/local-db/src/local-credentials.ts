/** What every client of a local engine signs with, whatever AWS credentials the machine has. */
export const localCredentials = { accessKeyId: "local", secretAccessKey: "local" } as const;

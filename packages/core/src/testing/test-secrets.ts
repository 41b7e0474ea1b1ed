/** What tests start programs with, as settings: secrets, and that everybody may sell. */
export const testSecrets = {
  ORGANIZERS: "open",
  SESSION_SECRET: "3b1f8c6e2d9a70451c8f6e3b2a9d7045",
  LINK_KEYS: "k1:q3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGgWB4E",
};

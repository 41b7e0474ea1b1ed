/** Request header: a solved challenge, which lets in a newcomer of a network that has many. */
export const proofHeader = "X-Proof";

/** A violated invariant; `about` names the seat, booking, holding, payment or count. */
export type AuditFault = { about: string; finding: string };

/** Under these names the query client keeps what the server said. */
export const mailboxesKey = ['mailboxes'] as const;
export const dataStatusKey = ['data-status'] as const;

export function policyKey(mailbox: string): readonly ['policy', string] {
  return ['policy', mailbox];
}

/** Under these names the query client keeps what the server said. */
export const mailboxesKey = ['mailboxes'] as const;

export function policyKey(mailbox: string): readonly ['policy', string] {
  return ['policy', mailbox];
}

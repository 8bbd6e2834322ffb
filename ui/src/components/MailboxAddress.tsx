/** The address of a mailbox, which breaks before its "@" rather than within a word where it is too long for its line. */
export function MailboxAddress({ children }: { children: string }) {
  const at = children.indexOf('@');
  if (at < 0) return children;
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  );
}

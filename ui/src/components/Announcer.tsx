/** Says to a screen reader what the eye sees happen. */
export function Announcer({ children }: { children: string }) {
  return (
    <p className="ef-visually-hidden" aria-live="assertive" aria-atomic="true">
      {children}
    </p>
  );
}

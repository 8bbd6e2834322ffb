/** A reason why the demo cannot run that the person can do something about. Its message is one plain sentence or two. */
export class DemoFailure extends Error {
  override name = 'DemoFailure';
}

/** What went wrong, in words, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code that Node gives an error of the system, such as `EADDRINUSE`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

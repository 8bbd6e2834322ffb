/**
 * How the service speaks to the administrator. `error`: somebody must act; a healthy server has none. `warn`: something
 * is not as it should be, and is being coped with. `info`: what an administrator looks for when asked.
 */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  detail?: Record<string, unknown>,
) => void;

/** One JSON object a line, as journald and log shippers like it. Never given a password: the service is told none. */
export function logTo(stream: NodeJS.WritableStream): Log {
  // A log that nobody takes any more must not stop the decisions.
  stream.on('error', () => {});
  return (level, message, detail) => {
    stream.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...detail })}\n`);
  };
}

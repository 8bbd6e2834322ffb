/** The ports of `npm start`, unless said otherwise. */
export const defaultPorts = { web: 8080, imap: 10_143, pop3: 10_110 } as const;

const highestPort = 65_535;

/** @throws a sentence, where the text is no port */
export function readPort(text: string, option: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= highestPort) return port;
  throw new Error(`${option}: "${text}" is not a port. Write a number from 1 to ${highestPort}.`);
}

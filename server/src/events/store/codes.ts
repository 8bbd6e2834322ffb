import type { Outcome, Protocol } from '@email-firewall/contract';

/** How outcomes and protocols stand in the file: short, and never to be given another meaning. */
export const outcomeCodes = {
  refused: 0,
  'would-be-refused': 1,
  'let-in': 2,
  'logged-in': 3,
  'wrong-password': 4,
} as const satisfies Record<Outcome, number>;

export const protocolCodes = { imap: 0, pop3: 1, smtp: 2, sieve: 3 } as const satisfies Record<
  Protocol,
  number
>;

const outcomeNames = new Map(Object.entries(outcomeCodes).map(([name, code]) => [code, name as Outcome]));
const protocolNames = new Map(Object.entries(protocolCodes).map(([name, code]) => [code, name as Protocol]));

/** @throws for a code that no version has written */
export function outcomeOf(code: number): Outcome {
  return known(outcomeNames.get(code as never));
}

/** @throws for a code that no version has written */
export function protocolOf(code: number): Protocol {
  return known(protocolNames.get(code as never));
}

function known<Name>(name: Name | undefined): Name {
  if (name === undefined) throw new Error('The event log holds a code that is not known.');
  return name;
}

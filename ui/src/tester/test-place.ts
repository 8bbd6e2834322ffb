import type { Protocol } from '@email-firewall/contract';

/** What can be tried: whatever else is watched, nobody reads mail by it. */
export const testedProtocols = ['imap', 'pop3', 'smtp'] as const satisfies readonly Protocol[];
export type TestedProtocol = (typeof testedProtocols)[number];

/** What stands in the page's address for an address that is still to be written. */
export const nothingYet = '-';

/** What is tested, as the page's address has it. */
export type TestPlace = {
  /** As it was typed. */
  text: string;
  protocol: TestedProtocol;
  /** ISO 8601; undefined for now. */
  time: string | undefined;
};

/** The parameters of the page's address for what is tested. */
export function placeTexts({
  text,
  protocol,
  time,
}: TestPlace): Record<'test' | 'protocol' | 'time', string> {
  return {
    test: text.trim() === '' ? nothingYet : text.trim(),
    protocol: protocol === 'imap' ? '' : protocol,
    time: time ?? '',
  };
}

/** Reads them, written by hand or not: what makes no sense is left out. */
export function readPlace(textOf: (name: string) => string): TestPlace {
  const test = textOf('test');
  const protocol = textOf('protocol');
  const time = Date.parse(textOf('time'));
  return {
    text: test === nothingYet ? '' : test,
    protocol: testedProtocols.find((known) => known === protocol) ?? 'imap',
    time: Number.isNaN(time) ? undefined : new Date(time).toISOString(),
  };
}

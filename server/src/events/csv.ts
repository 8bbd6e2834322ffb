import type { Event } from '@email-firewall/contract';

const names = [
  'time',
  'last_time',
  'attempts',
  'mailbox',
  'outcome',
  'protocol',
  'address',
  'country',
  'as_number',
  'operator',
  'network',
  'rule',
  'message',
];

/** RFC 4180 ends every line so. */
const endOfLine = '\r\n';

/** The first line, with what stands in which column. */
export const csvHeader = `${names.join()}${endOfLine}`;

/** A line of a table for spreadsheets. */
export function csvLine(event: Event): string {
  const { facts, decidedBy } = event;
  const fields = [
    event.time,
    event.lastTime,
    event.count,
    event.mailbox,
    event.outcome,
    event.protocol,
    event.address,
    facts.country,
    facts.operator?.asn,
    facts.operator?.name,
    facts.network,
    decidedBy?.kind === 'rule' ? decidedBy.ruleNumber : undefined,
    event.reason,
  ];
  return `${fields.map((field) => csvField(String(field ?? ''))).join()}${endOfLine}`;
}

/**
 * Spreadsheets take a text that begins so for a formula, quoted or not; after an apostrophe they do not
 * (https://owasp.org/www-community/attacks/CSV_Injection). An operator's name is whatever its holder has registered.
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import type { Event } from '@email-firewall/contract';
import { describe, expect, it } from 'vitest';
import { csvField, csvHeader, csvLine } from './csv.ts';

const event: Event = {
  id: '1',
  mailbox: 'alice@demo.test',
  outcome: 'refused',
  protocol: 'imap',
  address: '88.198.0.7',
  time: '2026-11-24T12:00:00.000Z',
  lastTime: '2026-11-24T12:00:30.000Z',
  count: 3,
  facts: { country: 'DE', operator: { asn: 24940, name: 'Hetzner Online, "GmbH"' }, network: 'hosting' },
  decidedBy: { kind: 'rule', ruleNumber: 2, ruleId: 'r' },
  reason: 'Access denied by email firewall rule no. 2',
};

describe('a line of the table', () => {
  it('has a field under each name', () => {
    expect(csvHeader).toBe(
      'time,last_time,attempts,mailbox,outcome,protocol,address,country,as_number,operator,network,rule,message\r\n',
    );
    expect(csvLine(event)).toBe(
      '2026-11-24T12:00:00.000Z,2026-11-24T12:00:30.000Z,3,alice@demo.test,refused,imap,88.198.0.7,DE,24940,' +
        '"Hetzner Online, ""GmbH""",hosting,2,Access denied by email firewall rule no. 2\r\n',
    );
  });

  it('leaves empty what is not known', () => {
    const { decidedBy: _, reason: __, ...bare } = event;
    expect(csvLine({ ...bare, facts: {} })).toMatch(/,88\.198\.0\.7,,,,,,\r\n$/);
  });
});

it.each([
  ['=1+1', "'=1+1"],
  ['+33', "'+33"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['a=1', 'a=1'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('the field %j is written %j', (text, field) => {
  expect(csvField(text)).toBe(field);
});

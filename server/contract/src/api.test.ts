import { expect, it } from 'vitest';
import { apiErrorSchema, apiFunctions, isApiName, parse } from './index.ts';

it('the table holds these functions, and names nothing else', () => {
  expect(Object.keys(apiFunctions)).toEqual([
    'list_mailboxes',
    'get_policy',
    'save_policy',
    'evaluate',
    'evaluate_several',
    'copy_policy',
    'look_up_address',
    'whoami',
    'list_countries',
    'search_providers',
    'name_operators',
    'list_strangers',
    'data_status',
    'list_events',
    'summarize_events',
    'summarize_mailboxes',
    'export_events',
  ]);
  expect(['toString', '__proto__', 'constructor', ''].filter(isApiName)).toEqual([]);
});

it.each([
  'Info@shop.example',
  ' info@shop.example',
  'info@',
  '@shop.example',
  'a@b@c',
  'info@shop..example',
  '../info',
  'a/b@c',
  'é@shop.example',
  'a\n@b',
  '',
  'x'.repeat(201),
])('%j is refused as a mailbox', (mailbox) => {
  expect(parse(apiFunctions.get_policy.request, { mailbox }).ok).toBe(false);
});

it.each(['info@shop.example', 'shop', 'l.e-a_1@xn--caf-dma.example', "o'neil+news@shop.example"])(
  '%j is accepted as a mailbox',
  (mailbox) => {
    expect(parse(apiFunctions.get_policy.request, { mailbox })).toEqual({ ok: true, value: { mailbox } });
  },
);

it('a fault of the whole request says so', () => {
  expect(parse(apiFunctions.list_mailboxes.request, null)).toEqual({
    ok: false,
    faults: [{ path: '', message: 'The request is not of type object.' }],
  });
});

it('an error may carry the current policy, and no field that is not known', () => {
  const error = { id: '1', code: 'internal', message: 'x' };
  expect(parse(apiErrorSchema, error).ok).toBe(true);
  expect(parse(apiErrorSchema, { ...error, stack: 'x' }).ok).toBe(false);
});

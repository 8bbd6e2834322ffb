import { expect, test } from 'vitest';
import { csvName } from './csv-file.ts';

const day = new Date(2026, 10, 5, 23, 59);

test('the table is called after the mailbox and the day', () => {
  expect(csvName('info@shop.example', day)).toBe('email-firewall-info@shop.example-2026-11-05.csv');
});

test('no mailbox’s name makes a path of it', () => {
  expect(csvName("o'neil/../x*@shop.example", day)).toBe(
    'email-firewall-o_neil_.._x_@shop.example-2026-11-05.csv',
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLoginLine } from './login-line.ts';

const now = Date.parse('2026-11-25T03:00:00Z');
const address = '90.12.34.56';

/** Pieces of Dovecot's own lines, so that what is typed as a login often looks like the rest of one. */
const piece = fc.constantFrom(
  '>',
  '<',
  ', ',
  ': ',
  '...',
  'user=<bob@demo.test>',
  ', method=PLAIN',
  ', rip=1.2.3.4',
  ', lip=1.2.3.4',
  ', mpid=7',
  ', TLS',
  ', secured',
  ', session=<YADINsQCDs5BH8Pg>',
  ' (auth failed, 1 attempts in 2 secs)',
  'imap-login: Login',
  'alice@demo.test',
);
/** The whole rest of a line, complete or nearly so. */
const forgery = fc
  .tuple(
    fc.constantFrom('a', 'bob@demo.test'),
    fc.constantFrom('', ', method=PLAIN'),
    fc.constantFrom(', rip=1.2.3.4, lip=1.2.3.4', ', rip=1::2, lip=1::2', ', rip=1.2.3.4'),
    fc.constantFrom('', ', mpid=7'),
    fc.constantFrom('', ', TLS', ', secured', ', TLS: x'),
    fc.constantFrom('', ', session=<a>', ', session=<'),
    fc.constantFrom('', '>', '<', ' ', ', '),
  )
  .map(([name, ...rest]) => `${name}>${rest.join('')}`);
const typed = fc.oneof(
  forgery,
  fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const head = fc.constantFrom(
  'Nov 25 02:00:00 imap-login: Info: ',
  'Nov 25 02:00:00 mail dovecot: imap-login: ',
  '2026-11-25T02:00:00.123456+00:00 mail dovecot[1]: pop3-login: ',
);
const what = fc.constantFrom(
  'Login',
  'Logged in',
  'Disconnected: Connection closed (auth failed, 1 attempts in 2 secs)',
  'Login aborted: Logged out (auth failed, 1 attempts in 2 secs) (auth_failed)',
);
const tail = fc.constantFrom('', ', secured', ', mpid=7, TLS', ', TLS: Disconnected');
const session = fc.constantFrom('', ', session=<AB5mbRBhMN9/AAAB>');

/** As Dovecot's str_sanitize writes a login: no control characters, at most 80 bytes. */
function logged(login: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it replaces
  const clean = login.toWellFormed().replace(/[\x00-\x1f]/g, '?');
  return Buffer.byteLength(clean) <= 80 ? clean : `${Buffer.from(clean).toString('utf8', 0, 77)}...`;
}

it('no login that a client types is taken for the address, nor for another mailbox', () => {
  fc.assert(
    fc.property(head, what, typed, tail, session, (start, words, login, more, id) => {
      const shown = logged(login);
      const line = `${start}${words}: user=<${shown}>, method=PLAIN, rip=${address}, lip=192.0.2.1${more}${id}`;
      const found = parseLoginLine(line, now);
      if (found) expect(found).toMatchObject({ login: shown, address });
      else expect(shown === '' || shown.endsWith('...')).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

it('no login makes another kind of line a login', () => {
  const others = [
    'Disconnected (no auth attempts in 0 secs)',
    'Disconnected: Aborted login by logging out (user disabled)',
    'Login aborted: Logged out (tried to use unsupported auth mechanism, 1 attempts in 0 secs) (invalid_mech)',
  ];
  fc.assert(
    fc.property(head, fc.constantFrom(...others), typed, (start, words, login) => {
      const line = `${start}${words}: user=<${logged(login)}>, method=PLAIN, rip=${address}, lip=192.0.2.1, session=<a>`;
      expect(parseLoginLine(line, now)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

it('no text makes it throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5000 }),
    fc.array(fc.oneof(head, what, piece, typed), { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 4_000_000_000_000 }), (line, readAt) => {
      parseLoginLine(line, readAt);
    }),
    { numRuns: 3000 },
  );
});

it('a line made to be slow to read is read in a few milliseconds', () => {
  const part = '>, method=PLAIN, rip=1.2.3.4, lip=1.1.1.1, TLS';
  const line = `Nov 25 02:00:00 imap-login: Info: Disconnected: ${'(auth failed, 1 attempts'.repeat(40)}: user=<${part.repeat(60)}<`;
  const start = performance.now();
  for (let round = 0; round < 100; round++) parseLoginLine(line, now);
  expect((performance.now() - start) / 100).toBeLessThan(5);
});

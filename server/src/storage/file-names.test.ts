import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mailboxOfFileName, policyFileNameOf } from './file-names.ts';

it('every mailbox has a file name of its own, which leads back to it', () => {
  const mailbox = fc.stringMatching(/^[a-z0-9._+&'=~-]{1,40}(@[a-z0-9.-]{1,40})?$/);
  fc.assert(
    fc.property(mailbox, (name) => {
      expect(policyFileNameOf(name)).toMatch(/^[^./][^/]*\.json$/);
      expect(mailboxOfFileName(policyFileNameOf(name))).toBe(name);
    }),
  );
});

it.each(['..', '../../etc/passwd', '.hidden', 'a/b'])('%j stays inside the folder', (name) => {
  expect(policyFileNameOf(name)).not.toMatch(/^\.|\//);
});

it.each(['notes.txt', 'alice@demo.test.json~', '.unfinished-12', 'a%zz.json', 'a+b.json', '.json.swp'])(
  '%s is no policy file',
  (name) => {
    expect(mailboxOfFileName(name)).toBeUndefined();
  },
);

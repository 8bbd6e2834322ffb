import type { MailboxSummary, OutlineStep } from '@email-firewall/contract';
import { describe, expect, test } from 'vitest';
import { english, french } from '../words/test-words.ts';
import { protectionOf } from './protection-of.ts';
import { mailboxWith, onlyFrom } from './test-mailboxes.ts';

const noVpn: OutlineStep = { action: 'block', items: [{ kind: 'network', network: 'vpn' }], more: 0 };
const france: OutlineStep = { action: 'allow', items: [{ kind: 'country', country: 'FR' }], more: 0 };

describe('how far a mailbox is protected', () => {
  test.each<[Partial<MailboxSummary>, string]>([
    [{}, 'Not protected: Readable from anywhere with the password'],
    [onlyFrom('FR', 'BE'), 'Protected: Only France and Belgium'],
    [{ rules: 1, outline: [noVpn] }, 'Protected: Everywhere except VPNs'],
    [{ defaultAction: 'block' }, 'Protected: Nobody: everything is refused'],
    [{ ...onlyFrom('FR'), mode: 'monitor' }, 'Watching only: Only France; nothing is refused yet'],
    [{ ...onlyFrom('FR'), mode: 'off' }, 'Off: Only France; nothing is refused'],
    [
      { isReadable: false },
      'Not readable: The server cannot read the rules of this mailbox. Only your host’s support can repair that.',
    ],
  ])('%j is said in words', (summary, words) => {
    const { word, text } = protectionOf(mailboxWith(summary), english);
    expect(`${word}: ${text}`).toBe(words);
  });

  test('rules that are no short sentence are counted', () => {
    const { text } = protectionOf(mailboxWith({ rules: 3, outline: [france, noVpn] }), english);
    expect(text).toBe('3 rules, otherwise allowed');
  });

  test('a mailbox whose rules refuse nobody is not protected, and the page says why', () => {
    const { kind, text } = protectionOf(mailboxWith({ rules: 2, outline: [] }), english);
    expect(kind).toBe('none');
    expect(text).toBe('Its 2 rules refuse nobody: readable from anywhere with the password');
  });

  test('a switched-off mailbox for which nothing is set is one without protection', () => {
    expect(protectionOf(mailboxWith({ mode: 'off' }), english).kind).toBe('none');
  });

  test('a line names four, and counts the rest', () => {
    const { text } = protectionOf(mailboxWith(onlyFrom('FR', 'BE', 'DE', 'IT', 'ES', 'PT')), english);
    expect(text).toBe('Only France, Belgium, Germany, Italy and 2 more');
  });

  test('what the server already left out is counted with the rest', () => {
    const { outline = [], ...others } = onlyFrom('FR', 'BE', 'DE', 'IT', 'ES', 'PT');
    const cut = outline.map((step) => ({ ...step, more: 9 }));
    const { text } = protectionOf(mailboxWith({ ...others, outline: cut }), english);
    expect(text).toBe('Only France, Belgium, Germany, Italy and 11 more');
  });

  test('a provider with several AS numbers is one name, and takes the place of one', () => {
    const items = [3215, 5511, 12322].map((asn) => ({ kind: 'operator' as const, asn }));
    const outline: OutlineStep[] = [{ action: 'allow', items, more: 0 }];
    const summary = mailboxWith({ rules: 1, defaultAction: 'block', outline });
    expect(protectionOf(summary, english).text).toBe('Only Orange and Free');
    expect(protectionOf(summary, french).text).toBe('Seulement\u00a0: Orange et Free');
  });
});

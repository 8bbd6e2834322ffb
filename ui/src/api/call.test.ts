import { emptyPolicy } from '@email-firewall/contract';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { call } from './call.ts';

const policy = emptyPolicy('alice@demo.test');

function serverAnswers(status: number, body: unknown): ReturnType<typeof vi.fn> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetched = vi.fn(() => Promise.resolve(new Response(text, { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe('a call', () => {
  test('posts the request to an address relative to the page, and reads the answer', async () => {
    const fetched = serverAnswers(200, { policy });
    await expect(call('get_policy', { mailbox: policy.mailbox })).resolves.toEqual({ policy });
    expect(fetched).toHaveBeenCalledWith(
      'api/get_policy',
      expect.objectContaining({ method: 'POST', body: '{"mailbox":"alice@demo.test"}' }),
    );
  });

  test('an error of the contract comes through with all it says', async () => {
    const error = { id: 'k3', code: 'stale_revision', message: 'Changed.', policy } as const;
    serverAnswers(409, { error });
    await expect(call('get_policy', { mailbox: policy.mailbox })).rejects.toMatchObject({
      code: 'stale_revision',
      answer: error,
    });
  });

  test.each([
    [
      'an answer the contract does not know',
      200,
      { policy: { ...policy, rules: 'none' } },
      'unexpected_answer',
    ],
    ['a success that is no JSON', 200, '<html>', 'unexpected_answer'],
    ['an error in other words', 500, '<html>', 'unexpected_answer'],
    ['a sign-in page', 401, '<html>', 'not_signed_in'],
    ['a proxy without its server', 502, 'Bad Gateway', 'service_unavailable'],
  ])('%s is told apart', async (_, status, body, code) => {
    serverAnswers(status, body);
    await expect(call('get_policy', { mailbox: policy.mailbox })).rejects.toMatchObject({ code });
  });

  test('no answer at all is a failure of the network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call('list_mailboxes', {})).rejects.toMatchObject({ code: 'network' });
  });
});

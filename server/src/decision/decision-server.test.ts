import { once } from 'node:events';
import { request, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockEveryone } from '../../test/support/policies.ts';
import { startTestService, type TestService } from '../../test/support/service.ts';
import type { Decider } from './decider.ts';
import { createDecisionServer } from './decision-server.ts';

let service: TestService;
let server: Server;
beforeEach(async () => {
  service = await startTestService();
  await service.policies.save('alice@demo.test', 0, blockEveryone, 'demo');
  server = await listen(service.decider);
});
afterEach(async () => {
  server.close();
  await service.close();
});

async function listen(decider: Decider): Promise<Server> {
  const listening = createDecisionServer(decider, service.log).listen(join(service.folder, 'socket'));
  await once(listening, 'listening');
  return listening;
}

async function ask(
  body: string,
  path = '/decide',
  method = 'POST',
): Promise<{ status: number | undefined; text: string }> {
  const question = request({ socketPath: join(service.folder, 'socket'), path, method });
  question.end(body);
  const [response] = await once(question, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, text };
}

const question = (login: string) => `login=${encodeURIComponent(login)}&address=90.12.34.56&service=imap`;

describe('the decision socket', () => {
  it('answers 204 to pass', async () => {
    expect(await ask(question('bob@demo.test'))).toEqual({ status: 204, text: '' });
  });

  it('answers 403 with the text to refuse', async () => {
    expect(await ask(question('alice@demo.test'))).toEqual({
      status: 403,
      text: 'Access denied by email firewall default action',
    });
  });

  it('answers 503 where the rules cannot be asked', async () => {
    expect(await ask('login=alice%40demo.test&address=&service=imap')).toEqual({ status: 503, text: '' });
  });

  it('understands bytes that are no UTF-8', async () => {
    expect(await ask('login=%ff%fe%00&address=90.12.34.56&service=imap')).toEqual({ status: 204, text: '' });
  });

  it.each([
    ['no field', ''],
    ['a field missing', 'login=alice&address=1.2.3.4'],
    ['more than any question', `${question('alice@demo.test')}&x=${'x'.repeat(10_000)}`],
  ])('answers 400 to %s', async (_title, body) => {
    expect(await ask(body)).toMatchObject({ status: 400 });
  });

  it('answers 404 to all else', async () => {
    expect(await ask('', '/')).toMatchObject({ status: 404 });
    expect(await ask('', '/decide', 'GET')).toMatchObject({ status: 404 });
  });

  it('outlives a fault of its own: 500, which the hook takes for no answer', async () => {
    server.close();
    server = await listen({
      ...service.decider,
      answer() {
        throw new Error('boom');
      },
    });
    expect(await ask(question('bob@demo.test'))).toMatchObject({ status: 500 });
    expect(service.lines).toMatchObject([{ level: 'error', detail: { fault: 'Error: boom' } }]);
  });
});

import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { type ApiName, apiErrorSchema, apiFunctions, type DataSource, parse } from '@email-firewall/contract';
import { expect } from 'vitest';
import { createApi } from '../../src/api/index.ts';
import { openProviderSearch } from '../../src/network/index.ts';
import { fakeFacts } from './fake-facts.ts';
import { startTestService, type TestService } from './service.ts';

type Answer = { status: number; body: Record<string, unknown> };

/** The API on a socket of its own, before the parts of the service. */
export type TestApi = TestService & {
  /** Calls a function as an account, and holds the answer against the contract. */
  call(name: ApiName, body: unknown, account?: string, address?: string): Promise<Answer>;
  send(path: string, body: string, headers: Record<string, string>): Promise<Answer>;
};

export const sources: DataSource[] = [
  {
    id: 'one',
    name: 'One',
    origin: 'own',
    gives: ['country'],
    date: '2026-11-01T00:00:00.000Z',
    isStale: false,
    isInUse: true,
    hasFault: false,
  },
];

const providerLines = '3215\t1000\tFR\tOrange S.A.\n24940\t500\tDE\tHetzner\n65001\t10\tFR\tExample SAS\n';

export async function startTestApi({ facts = fakeFacts } = {}): Promise<TestApi> {
  const service = await startTestService();
  const providerFile = join(service.folder, 'providers.tsv');
  await writeFile(providerFile, providerLines);
  const providers = openProviderSearch(() => providerFile);
  const server = createServer(
    createApi({ ...service, providers, sources: () => sources, isLogReadable: () => false, facts }),
  );
  const socketPath = join(service.folder, 'socket');
  server.listen(socketPath);
  await once(server, 'listening');

  async function send(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
    const sent = request({ socketPath, path, method: 'POST', headers });
    sent.end(body);
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode, body: JSON.parse(text) };
  }

  return {
    ...service,
    send,
    async call(name, body, account = 'demo', address = '') {
      const headers = {
        'content-type': 'application/json',
        'x-email-firewall-account': account,
        'x-email-firewall-address': address,
      };
      const answer = await send(`/api/${name}`, JSON.stringify(body), headers);
      const schema = answer.status === 200 ? apiFunctions[name].response : apiErrorSchema;
      const checked = parse(schema, answer.status === 200 ? answer.body : answer.body['error']);
      expect(checked).toMatchObject({ ok: true });
      return answer;
    },
    async close() {
      server.close();
      await providers.close();
      await service.close();
    },
  };
}

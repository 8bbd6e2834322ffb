import type { FactName, NetworkFacts } from '@email-firewall/contract';
import type { NetworkDatabase } from '../databases/network-database.ts';

/** Addresses of which everybody knows where they are. */
export type KnownAddresses = Readonly<Record<string, { country: string; asn: number }>>;

/** Operators that have held these for decades. */
export const knownAddresses: KnownAddresses = {
  '8.8.8.8': { country: 'US', asn: 15169 },
  '90.12.34.56': { country: 'FR', asn: 3215 },
  '82.64.0.7': { country: 'FR', asn: 12322 },
  '87.128.0.1': { country: 'DE', asn: 3320 },
  '81.128.0.1': { country: 'GB', asn: 2856 },
  '73.0.0.1': { country: 'US', asn: 7922 },
  '130.59.0.1': { country: 'CH', asn: 559 },
};

/** Blocks do move: so many of the known addresses may answer otherwise. */
const maxWrong = 1;

/**
 * Refuses a database that does not know what it should.
 *
 * @throws a sentence that says what was asked, and what it answered
 */
export function checkDatabase(database: NetworkDatabase, gives: FactName, known: KnownAddresses): void {
  if (!database.gives.includes(gives)) {
    throw new Error(`The database is of type "${database.type}", which does not tell the ${words[gives]}.`);
  }
  const wrong = Object.entries(known).filter(([address, expected]) => {
    const facts = database.lookUp(address);
    return !agrees(facts, gives, expected);
  });
  if (wrong.length > maxWrong) {
    const [address = ''] = wrong[0] ?? [];
    const answer = JSON.stringify(database.lookUp(address));
    throw new Error(
      `Of ${wrong.length} known addresses the database says something else, as of ${address}: ${answer}.`,
    );
  }
}

const words: Record<FactName, string> = {
  country: 'country',
  operator: 'network operator',
  network: 'kind of network',
};

function agrees(facts: NetworkFacts, gives: FactName, expected: { country: string; asn: number }): boolean {
  switch (gives) {
    case 'country':
      return facts.country === expected.country;
    case 'operator':
      return facts.operator?.asn === expected.asn;
    case 'network':
      // All of the known ones but the first are people's connections.
      return facts.network === undefined || facts.network === 'hosting';
  }
}

import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceFile } from '../../files/durable-files.ts';
import { writeMmdb } from '../databases/mmdb-writer.ts';
import { openNetworkDatabase } from '../databases/network-database.ts';
import { collectOperators } from '../providers/collect-operators.ts';
import { writeProviderFile } from '../providers/provider-file.ts';
import {
  embeddedCountryDatabase,
  embeddedOperatorDatabase,
  embeddedOperatorType,
  embeddedProviderFile,
} from './embedded-data.ts';
import { blocksOf, readOperatorRanges } from './operator-ranges.ts';

// Run once after the npm packages are installed: makes of the register of AS numbers, which comes as text, a database that
// is looked into without being read, and the list of operators that the page searches.

const packageFolder = dirname(fileURLToPath(import.meta.resolve('@ip-location-db/asn/package.json')));

/** The last number of the package's version is the hour at which its data were made: 2.3.2026061719. */
async function dateOfPackage(): Promise<Date> {
  const { version } = JSON.parse(await readFile(`${packageFolder}/package.json`, 'utf8'));
  const [, year, month, day, hour] = /\.(\d{4})(\d\d)(\d\d)(\d\d)$/.exec(version) ?? [];
  if (hour === undefined) throw new Error(`@ip-location-db/asn ${version}: its version tells no date.`);
  return new Date(`${year}-${month}-${day}T${hour}:00:00Z`);
}

async function ranges(version: 4 | 6) {
  const csv = await readFile(`${packageFolder}/asn-ipv${version}-num.csv`, 'utf8');
  return blocksOf(readOperatorRanges(csv), version);
}

await mkdir(dirname(embeddedOperatorDatabase), { recursive: true });
const database = writeMmdb({
  type: embeddedOperatorType,
  description: 'AS numbers and names by RouteViews, the NRO and DB-IP (CC BY 4.0), from @ip-location-db/asn',
  builtAt: await dateOfPackage(),
  blocks: [...(await ranges(4)), ...(await ranges(6))],
});
await replaceFile(embeddedOperatorDatabase, database, 0o644);
const operators = await openNetworkDatabase(embeddedOperatorDatabase);
const countries = await openNetworkDatabase(embeddedCountryDatabase);
const entries = collectOperators(operators, (address) => countries.lookUp(address).country);
// Written last: whoever finds it knows that both are there.
await writeProviderFile(embeddedProviderFile, entries);

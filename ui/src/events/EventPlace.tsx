import type { NetworkFacts } from '@email-firewall/contract';
import { Flag } from '../components/Flag.tsx';
import { kindName } from '../words/kind-names.ts';
import type { Words } from '../words/words.ts';
import './EventPlace.css';
import { placeWords } from './place-words.ts';

type Props = { facts: NetworkFacts; words: Words };

/** Where an attempt came from: country, provider, and the kind of network where that is known. */
export function EventPlace({ facts, words }: Props) {
  const { country, network } = facts;
  const place = placeWords(facts, words);
  return (
    <span className="ef-place">
      {country && <Flag country={country} />}
      {place !== undefined && <span className="ef-place-words">{place}</span>}
      {network && <span className="ef-place-kind">{words.t(kindName[network])}</span>}
      {place === undefined && !network && words.t('facts_unknown')}
    </span>
  );
}

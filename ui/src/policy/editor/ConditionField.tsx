import { useWhoami } from '../../network/use-whoami.ts';
import type { Words } from '../../words/words.ts';
import { AddressField } from './AddressField.tsx';
import { CountryField } from './CountryField.tsx';
import { NetworkField } from './NetworkField.tsx';
import { ProviderField } from './ProviderField.tsx';
import { ownRanges } from './read-addresses.ts';
import type { RuleDraft } from './rule-draft.ts';

type Props = {
  id: string;
  draft: RuleDraft;
  fault: string | undefined;
  onChange: (change: Partial<RuleDraft>) => void;
  words: Words;
};

/** The input that fits the kind of condition. */
export function ConditionField({ draft, onChange, ...shared }: Props) {
  const own = ownRanges(useWhoami()?.address);
  switch (draft.kind) {
    case 'address':
      return (
        <AddressField
          {...shared}
          text={draft.addresses}
          own={own}
          onChange={(addresses) => onChange({ addresses })}
        />
      );
    case 'country':
      return (
        <CountryField {...shared} chosen={draft.countries} text={draft.countryText} onChange={onChange} />
      );
    case 'operator':
      return <ProviderField {...shared} asns={draft.asns} text={draft.providerText} onChange={onChange} />;
    case 'network':
      return (
        <NetworkField
          {...shared}
          chosen={draft.networks}
          isBlock={draft.action === 'block'}
          onChange={(networks) => onChange({ networks })}
        />
      );
  }
}

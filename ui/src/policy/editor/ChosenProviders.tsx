import type { Provider } from '@email-firewall/contract';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import type { Words } from '../../words/words.ts';

type Props = {
  providers: readonly Provider[];
  onRemove: (asn: number) => void;
  words: Words;
};

/** The networks that the chosen providers stand for, one by one: what a name puts together need not all be meant. */
export function ChosenProviders({ providers, onRemove, words: { t, countryName } }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const operators = providers.flatMap((provider) => provider.operators);
  const count = operators.length;
  if (count === 0) return null;
  return (
    <div>
      <Button look="plain" isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? t('editor_providers_hide') : t('editor_providers_show', { count })}
      </Button>
      {isOpen && (
        <ul className="ef-networks-list" aria-label={t('editor_providers_numbers')}>
          {operators.map(({ asn, name, country }) => (
            <li key={asn} className="ef-networks-row">
              <span className="ef-networks-name">
                AS{asn} <span className="ef-muted">{name}</span>
                {country !== undefined && <span className="ef-muted"> · {countryName(country)}</span>}
              </span>
              <IconButton
                icon="close"
                isQuiet
                label={t('editor_providers_remove', { asn: `AS${asn}` })}
                onClick={() => onRemove(asn)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

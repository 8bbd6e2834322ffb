import type { Provider } from '@email-firewall/contract';
import { Field } from '../../components/Field.tsx';
import { MultiCombobox } from '../../components/MultiCombobox.tsx';
import type { Words } from '../../words/words.ts';
import { ChosenProviders } from './ChosenProviders.tsx';
import { useProviderField } from './use-provider-field.ts';

type Props = {
  id: string;
  asns: readonly number[];
  text: string;
  fault: string | undefined;
  onChange: (change: { asns?: readonly number[]; providerText?: string }) => void;
  words: Words;
};

/** Internet providers, found by name or AS number; each stands for the AS numbers that are shown with it. */
export function ProviderField({ id, asns, text, fault, onChange, words }: Props) {
  const { t } = words;
  const field = useProviderField({ asns, text, onChange, words });
  return (
    <div className="ef-form-part">
      <Field id={id} label={t('editor_providers_label')} hint={t('editor_providers_hint')} fault={fault}>
        <MultiCombobox
          id={id}
          items={field.items}
          chosen={field.chosen}
          onChange={field.choose}
          text={text}
          onText={(providerText) => onChange({ providerText })}
          keyOf={({ name, operators: [first] }) => `${name} ${first?.asn}`}
          isSame={isSameProvider}
          nameOf={({ name }) => name}
          draw={(provider) => <Choice provider={provider} words={words} />}
          drawChip={({ name }) => name}
          chipsLabel={t('editor_providers_chosen')}
          placeholder={t('editor_providers_placeholder')}
          hasFault={fault !== undefined}
          status={field.status}
        />
      </Field>
      <ChosenProviders providers={field.chosen} onRemove={field.removeNumber} words={words} />
    </div>
  );
}

/** Several strangers may bear one name: their AS numbers tell them apart. */
function isSameProvider(a: Provider, b: Provider): boolean {
  return a.name === b.name && a.operators.some(({ asn }) => b.operators.some((other) => other.asn === asn));
}

/** So many AS numbers fit on a line. */
const mostNumbers = 4;

function Choice({ provider: { name, country, operators }, words }: { provider: Provider; words: Words }) {
  const numbers = operators.slice(0, mostNumbers).map(({ asn }) => `AS${asn}`);
  const count = operators.length - numbers.length;
  const shown = numbers.join(', ');
  return (
    <span className="ef-provider">
      <span>{name}</span>
      <span className="ef-muted">
        {country !== undefined && `${words.countryName(country)} · `}
        {count > 0 ? words.t('rule_condition_numbers_more', { numbers: shown, count }) : shown}
      </span>
    </span>
  );
}

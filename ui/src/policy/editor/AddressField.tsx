import { Button } from '../../components/Button.tsx';
import { describedBy, Field } from '../../components/Field.tsx';
import type { Words } from '../../words/words.ts';
import { type OwnAddress, readAddresses, withAddress } from './read-addresses.ts';

type Props = {
  id: string;
  text: string;
  fault: string | undefined;
  /** The ways to write the person's own address. */
  own: readonly OwnAddress[];
  onChange: (text: string) => void;
  words: Words;
};

/** Addresses, blocks and ranges, as people paste them. */
export function AddressField({ id, text, fault, own, onChange, words: { t } }: Props) {
  const written = readAddresses(text).ranges;
  const offered = own.filter(({ range }) => !written.includes(range));
  return (
    <div className="ef-form-part">
      <Field id={id} label={t('editor_addresses_label')} hint={t('editor_addresses_hint')} fault={fault}>
        <textarea
          id={id}
          className="ef-input"
          rows={3}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy(id)}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      {offered.length > 0 && (
        <div className="ef-form-offers">
          {offered.map(({ kind, range }) => (
            <Button key={range} icon="place" onClick={() => onChange(withAddress(text, range))}>
              {t(kind === 'block' ? 'editor_addresses_own_block' : 'editor_addresses_own', { range })}
            </Button>
          ))}
        </div>
      )}
      {own.some(({ kind, range }) => kind === 'block' || written.includes(range)) && (
        <p className="ef-muted">{t('editor_addresses_family')}</p>
      )}
    </div>
  );
}

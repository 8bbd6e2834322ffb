import { useI18n } from '../../i18n/use-i18n.ts';
import { addressesId } from './use-rule-form.ts';

type Props = { text: string; fault: string | undefined; onChange: (text: string) => void };

/** Addresses, blocks and ranges, as people paste them. */
export function AddressField({ text, fault, onChange }: Props) {
  const { t } = useI18n();
  return (
    <div className="ef-field">
      <label className="ef-label" htmlFor={addressesId}>
        {t('editor_addresses_label')}
      </label>
      <p className="ef-muted" id={`${addressesId}-hint`}>
        {t('editor_addresses_hint')}
      </p>
      <textarea
        id={addressesId}
        className="ef-input"
        rows={3}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={`${addressesId}-fault ${addressesId}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="ef-fault" id={`${addressesId}-fault`} aria-live="polite">
        {fault}
      </p>
    </div>
  );
}

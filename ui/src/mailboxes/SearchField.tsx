import { useId, useRef } from 'react';
import '../components/Field.css';
import { Icon } from '../components/Icon.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import './SearchField.css';

type Props = { label: string; text: string; onChange: (text: string) => void };

/** Narrows the list below while one types. */
export function SearchField({ label, text, onChange }: Props) {
  const { t } = useI18n();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="ef-search">
      <label className="ef-visually-hidden" htmlFor={id}>
        {label}
      </label>
      <span className="ef-search-picture">
        <Icon name="search" />
      </span>
      <input
        id={id}
        ref={input}
        className="ef-input ef-search-input"
        type="search"
        value={text}
        placeholder={label}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      />
      {text !== '' && (
        <span className="ef-search-clear">
          <IconButton
            icon="close"
            label={t('mailboxes_search_clear')}
            isQuiet
            onClick={() => {
              onChange('');
              input.current?.focus();
            }}
          />
        </span>
      )}
    </div>
  );
}

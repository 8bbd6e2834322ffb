import { Field } from '../components/Field.tsx';
import { Select } from '../components/Select.tsx';
import { mailboxName } from '../mailboxes/mailbox-name.ts';
import type { Words } from '../words/words.ts';
import { SourceRules } from './SourceRules.tsx';
import './SourceChoice.css';
import type { Copying } from './use-copying.ts';

const id = 'ef-copying-from';

/** Whose rules the others are given, and what these say. */
export function SourceChoice({ copying, words }: { copying: Copying; words: Words }) {
  const { t } = words;
  const { sources, source, chooseSource, isSourceUnsaved } = copying;
  return (
    <section className="ef-copying-source" aria-labelledby="ef-copying-source-title">
      <h2 className="ef-copying-title" id="ef-copying-source-title">
        {t('copying_source_title')}
      </h2>
      <div className="ef-card ef-copying-card">
        <div className="ef-copying-select">
          <Field id={id} label={t('copying_source_label')}>
            <Select
              id={id}
              value={source?.mailbox ?? ''}
              options={[
                ...(source ? [] : [{ value: '', label: t('copying_source_none') }]),
                ...sources.map((one) => ({ value: one.mailbox, label: mailboxName(one, words) })),
              ]}
              onChange={chooseSource}
            />
          </Field>
        </div>
        {source && <SourceRules source={source} isUnsaved={isSourceUnsaved} words={words} />}
      </div>
    </section>
  );
}

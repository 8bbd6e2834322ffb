import type { Decision, NetworkFacts, PolicySettings } from '@email-firewall/contract';
import { useId, useState } from 'react';
import { Button } from '../components/Button.tsx';
import type { Words } from '../words/words.ts';
import './Trace.css';
import { TraceDefault } from './TraceDefault.tsx';
import { TraceItem } from './TraceItem.tsx';
import { firstShown, traceRows } from './trace-rows.ts';

type Props = {
  decision: Decision;
  settings: PolicySettings;
  facts: NetworkFacts;
  words: Words;
};

/** The rules in the order they were read, and how each came out; the last line is what decided. */
export function Trace({ decision, settings, facts, words }: Props) {
  const { t } = words;
  const titleId = useId();
  const [isWhole, setIsWhole] = useState(false);
  const { kind } = decision.decidedBy;
  if (kind !== 'rule' && kind !== 'default') return null;
  const rows = traceRows(decision, settings, facts, words);
  const first = firstShown(rows.length);
  const shown = isWhole ? rows : rows.slice(first);
  const unread = settings.rules.length - rows.length;
  return (
    <section className="ef-trace" aria-labelledby={titleId}>
      <h3 className="ef-trace-title" id={titleId}>
        {t('tester_trace_title')}
      </h3>
      {first > 0 && (
        <p className="ef-muted">
          {!isWhole && t('tester_trace_skipped', { last: first })}{' '}
          <Button look="plain" isExpanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? t('tester_trace_show_fewer') : t('tester_trace_show_all', { count: rows.length })}
          </Button>
        </p>
      )}
      <ol className="ef-trace-list" aria-labelledby={titleId}>
        {shown.map((row) => (
          <TraceItem key={row.ruleId} row={row} />
        ))}
        {kind === 'default' && (
          <TraceDefault action={decision.action} hasRules={rows.length > 0} words={words} />
        )}
      </ol>
      {kind === 'rule' && unread > 0 && (
        <p className="ef-muted">{t('tester_trace_unread', { count: unread })}</p>
      )}
      {rows.some(({ outcome }) => outcome === 'unknown') && (
        <p className="ef-muted">{t('tester_trace_unknown_text')}</p>
      )}
    </section>
  );
}

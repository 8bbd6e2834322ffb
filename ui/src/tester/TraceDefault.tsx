import type { Action } from '@email-firewall/contract';
import { Icon } from '../components/Icon.tsx';
import { actionName } from '../words/rule-sentence.ts';
import type { Words } from '../words/words.ts';

type Props = { action: Action; hasRules: boolean; words: Words };

/** The last line, where no rule decided. */
export function TraceDefault({ action, hasRules, words: { t } }: Props) {
  const decides = t('tester_trace_decides');
  return (
    <li className={`ef-trace-item ef-trace-${action}`}>
      <span className="ef-trace-number" />
      <span className="ef-trace-words">
        <span className="ef-trace-sentence">
          {t('tester_trace_default', { action: t(actionName[action]) })}
        </span>
        <span className="ef-trace-outcome">
          <Icon name={action} size={14} />
          <span>{hasRules ? `${decides} · ${t('tester_trace_default_text')}` : decides}</span>
        </span>
      </span>
    </li>
  );
}

import type { Decision, PolicySettings } from '@email-firewall/contract';
import { Icon } from '../components/Icon.tsx';
import type { Words } from '../words/words.ts';
import { answerOf } from './answer.ts';

type Props = {
  decision: Decision;
  /** What rules that are switched off would say. */
  ifOn: Decision | undefined;
  settings: PolicySettings;
  words: Words;
};

/** What happens to an attempt, because of what, and what the mail program is told. */
export function AnswerNotice({ decision, ifOn, settings, words }: Props) {
  const { t } = words;
  const { tone, text } = answerOf(decision, settings, words);
  return (
    <div className={`ef-answer ef-answer-${tone}`}>
      <span className="ef-answer-picture">
        <Icon name={tone} size={20} />
      </span>
      <div className="ef-answer-words">
        <p className="ef-answer-text">{text}</p>
        {tone === 'watch' && <p className="ef-text">{t('tester_detail_watch')}</p>}
        {decision.decidedBy.kind === 'protocol' && (
          <p className="ef-text">{t('tester_detail_protocol', { label: t('policy_smtp_label') })}</p>
        )}
        {ifOn && (
          <p className="ef-text">
            {t('tester_detail_off', { answer: answerOf(ifOn, settings, words).text })}
          </p>
        )}
        {decision.reason !== undefined && (
          <p className="ef-answer-told">
            {t(tone === 'watch' ? 'tester_told_would_label' : 'tester_told_label')}
            <code className="ef-code">{decision.reason}</code>
          </p>
        )}
      </div>
    </div>
  );
}

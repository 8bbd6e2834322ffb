import { Flag } from '../components/Flag.tsx';
import { factsWords } from '../words/facts-words.ts';
import type { Words } from '../words/words.ts';
import { AnswerNotice } from './AnswerNotice.tsx';
import { Trace } from './Trace.tsx';
import type { Evaluation } from './use-evaluation.ts';

type Props = {
  /** By which the focus finds it. */
  id: string;
  evaluation: Evaluation;
  /** False while another attempt is being decided. */
  isCurrent: boolean;
  words: Words;
};

/** What became of an attempt: the answer, what is known of the address, and how each rule came out. */
export function TestResult({ id, evaluation, isCurrent, words }: Props) {
  const { t, moment } = words;
  const { address, time, settings, facts, decision, ifOn } = evaluation;
  return (
    <div className="ef-tester-result" id={id} tabIndex={-1} aria-busy={!isCurrent}>
      <AnswerNotice decision={decision} ifOn={ifOn} settings={settings} words={words} />
      <p className="ef-tester-facts">
        <span className="ef-code">{address}</span>{' '}
        {facts.country !== undefined && <Flag country={facts.country} />} {factsWords(facts, words)}
      </p>
      {time !== undefined && (
        <p className="ef-muted">{t('tester_result_moment', { moment: moment(time) })}</p>
      )}
      <Trace key={address} decision={ifOn ?? decision} settings={settings} facts={facts} words={words} />
    </div>
  );
}

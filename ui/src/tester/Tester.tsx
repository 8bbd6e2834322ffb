import type { PolicySettings } from '@email-firewall/contract';
import { useId } from 'react';
import { Button } from '../components/Button.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { useFocusLater } from '../components/use-focus-later.ts';
import type { Words } from '../words/words.ts';
import { Examples } from './Examples.tsx';
import { TestForm } from './TestForm.tsx';
import { TestResult } from './TestResult.tsx';
import './Tester.css';
import { answerOf } from './answer.ts';
import type { TestPlace } from './test-place.ts';
import { useEvaluation } from './use-evaluation.ts';
import { useTestForm } from './use-test-form.ts';

type Props = {
  mailbox: string;
  settings: PolicySettings;
  words: Words;
  place: TestPlace | undefined;
  onMove: (place: TestPlace) => void;
};

/** An attempt to write down, and below it what the rules make of it, as soon as it is written. */
export function Tester({ mailbox, settings, words, place, onMove }: Props) {
  const { t } = words;
  const id = useId();
  const addressId = `${id}-address`;
  const resultId = `${id}-result`;
  const focusLater = useFocusLater();
  const form = useTestForm({
    place,
    onMove,
    onFault: () => document.getElementById(addressId)?.focus(),
  });
  const { evaluation, isCurrent, failure, isFetching, retry } = useEvaluation(
    mailbox,
    settings,
    form.attempt,
  );
  const isShown = form.attempt !== undefined && evaluation !== undefined;
  function tryExample(text: string): void {
    form.choose({ text });
    // The examples go, and the focus on them; a field would bring up a phone's keyboard over the result.
    focusLater(resultId);
  }
  return (
    <>
      <TestForm form={form} addressId={addressId} settings={settings} words={words} />
      <p className="ef-visually-hidden" role="status">
        {isShown && isCurrent ? answerOf(evaluation.decision, evaluation.settings, words).text : ''}
      </p>
      {form.attempt && failure && (
        <ErrorNotice
          title={t('tester_failed_title')}
          failure={failure}
          actions={
            <Button isOff={isFetching} onClick={retry}>
              {t('error_retry')}
            </Button>
          }
        />
      )}
      {form.isEmpty && <Examples mailbox={mailbox} onUse={tryExample} words={words} />}
      {isShown && <TestResult id={resultId} evaluation={evaluation} isCurrent={isCurrent} words={words} />}
      {form.attempt && !evaluation && !failure && <p className="ef-muted">{t('tester_result_loading')}</p>}
    </>
  );
}

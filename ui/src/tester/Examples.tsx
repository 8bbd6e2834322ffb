import { Button } from '../components/Button.tsx';
import type { Words } from '../words/words.ts';
import { checkIcon, checkName } from './check-words.ts';
import { useSubjects } from './use-subjects.ts';

type Props = { mailbox: string; onUse: (address: string) => void; words: Words };

/** Typical strangers to try, for who has no address at hand. */
export function Examples({ mailbox, onUse, words }: Props) {
  const strangers = (useSubjects(mailbox).subjects ?? []).filter(
    ({ kind }) => kind !== 'you' && kind !== 'login',
  );
  if (strangers.length === 0) return null;
  return (
    <div className="ef-tester-examples">
      <p className="ef-muted">{words.t('tester_examples_label')}</p>
      <ul className="ef-tester-strangers">
        {strangers.map((stranger) => (
          <li key={stranger.id} className="ef-tester-stranger">
            <Button icon={checkIcon(stranger.kind)} onClick={() => onUse(stranger.address)}>
              {checkName(stranger, words)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

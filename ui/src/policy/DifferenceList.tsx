import type { Words } from '../words/words.ts';
import './DifferenceList.css';
import { differenceWords } from './difference-words.ts';
import type { PolicyDifference } from './policy-difference.ts';

/** A longer list is no longer read; what it would say stands in the rules themselves. */
const mostShown = 6;

type Props = { title: string; differences: readonly PolicyDifference[]; words: Words };

/** What somebody changed, sentence by sentence. */
export function DifferenceList({ title, differences, words }: Props) {
  const shown = differences.slice(0, mostShown);
  const count = differences.length - shown.length;
  return (
    <div>
      <p className="ef-differences-title">{title}</p>
      <ul className="ef-differences-list">
        {shown.map((difference) => {
          const text = differenceWords(difference, words);
          return (
            <li key={text} className="ef-difference">
              {text}
            </li>
          );
        })}
        {count > 0 && <li className="ef-difference">{words.t('difference_more', { count })}</li>}
      </ul>
    </div>
  );
}

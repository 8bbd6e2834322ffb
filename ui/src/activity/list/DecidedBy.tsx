import type { Event } from '@email-firewall/contract';
import { Link } from 'wouter';
import { decidedWords } from '../../events/result-words.ts';
import { rulePath } from '../../mailboxes/mailbox-path.ts';
import type { Words } from '../../words/words.ts';

type Props = { event: Event; hasRule: (ruleId: string) => boolean; words: Words };

/** What decided an attempt, in the words of then; it leads to the rule where that still stands. */
export function DecidedBy({ event, hasRule, words }: Props) {
  const { decidedBy, mailbox } = event;
  const text = decidedWords(event, words);
  return (
    <div className="ef-muted ef-events-decided">
      {decidedBy?.kind === 'rule' && hasRule(decidedBy.ruleId) ? (
        <Link className="ef-link" href={rulePath(mailbox, decidedBy.ruleId)}>
          {text}
        </Link>
      ) : (
        text
      )}
    </div>
  );
}

import { limits, type PolicySettings } from '@email-firewall/contract';
import { Button } from '../components/Button.tsx';
import { useWhoami } from '../network/use-whoami.ts';
import { OwnAccessNotice } from '../tester/OwnAccessNotice.tsx';
import { useChecks } from '../tester/use-checks.ts';
import type { Words } from '../words/words.ts';
import { ownRanges } from './editor/read-addresses.ts';
import type { OpenTask } from './use-rule-task.ts';

const buttonId = 'ef-allow-own';

type Props = { mailbox: string; settings: PolicySettings; openTask: OpenTask; words: Words };

/**
 * Below the rules, where the person who has just changed them looks: that they refuse the person's own connection, and the
 * rule that lets it in again, almost written.
 */
export function OwnAccess({ mailbox, settings, openTask, words }: Props) {
  const { checks, failure } = useChecks({ mailbox, settings });
  const [own] = ownRanges(useWhoami()?.address);
  const canAdd = own !== undefined && settings.rules.length < limits.rules;
  return (
    <OwnAccessNotice
      decision={failure ? undefined : checks?.find(({ kind }) => kind === 'you')?.decision}
      mode={settings.mode}
      actions={
        canAdd && (
          <Button
            id={buttonId}
            icon="place"
            onClick={() =>
              openTask(
                { kind: 'add', start: { kind: 'address', action: 'allow', addresses: own.range } },
                buttonId,
              )
            }
          >
            {words.t('checks_you_allow')}
          </Button>
        )
      }
      words={words}
    />
  );
}

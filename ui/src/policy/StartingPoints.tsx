import { Button } from '../components/Button.tsx';
import { useWhoami } from '../network/use-whoami.ts';
import type { Words } from '../words/words.ts';
import type { RuleDraft } from './editor/rule-draft.ts';
import { addButtonId } from './use-policy-actions.ts';
import type { OpenTask } from './use-rule-task.ts';

type Props = { openTask: OpenTask; words: Words };

/** For somebody with no rules yet: what most people want, each a rule that is almost written. */
export function StartingPoints({ openTask, words: { t, countryName } }: Props) {
  const here = useWhoami();
  const country = here?.facts.country;
  function begin(start: Partial<RuleDraft>): void {
    openTask({ kind: 'add', start }, addButtonId);
  }
  return (
    <div className="ef-start">
      <p className="ef-text">{t('policy_list_empty')}</p>
      <div className="ef-start-offers">
        <Button
          icon="home"
          onClick={() =>
            begin({
              kind: 'country',
              action: 'allow',
              refusesRest: true,
              countries: country ? [country] : [],
            })
          }
        >
          {country === undefined
            ? t('policy_start_country')
            : t('policy_start_my_country', { country: countryName(country) })}
        </Button>
        <Button
          icon="server"
          onClick={() => begin({ kind: 'network', action: 'block', networks: ['hosting', 'vpn', 'tor'] })}
        >
          {t('policy_start_networks')}
        </Button>
        <Button icon="place" onClick={() => begin({ kind: 'address', action: 'allow', refusesRest: true })}>
          {t('policy_start_addresses')}
        </Button>
      </div>
    </div>
  );
}

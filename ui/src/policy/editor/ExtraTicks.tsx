import type { PolicySettings } from '@email-firewall/contract';
import { Tick } from '../../components/Tick.tsx';
import type { Words } from '../../words/words.ts';
import { asksAboutOutlook, asksAboutRest, refusesRest } from './draft-changes.ts';
import type { RuleDraft } from './rule-draft.ts';

type Props = {
  draft: RuleDraft;
  settings: PolicySettings;
  /** Whether the rule is to be added; one that is there has had its answer about everything else. */
  isNew: boolean;
  onChange: (change: Partial<RuleDraft>) => void;
  words: Words;
};

/** What is to happen along with the rule, where the rule alone would not do what is meant, or more than that. */
export function ExtraTicks({ draft, settings, isNew, onChange, words: { t } }: Props) {
  return (
    <>
      {isNew && asksAboutRest(draft, settings) && (
        <Tick
          label={t('editor_rest_label')}
          hint={t('editor_rest_text')}
          isTicked={refusesRest(draft, settings)}
          onChange={(value) => onChange({ refusesRest: value })}
        />
      )}
      {(isNew || draft.action === 'block') && asksAboutOutlook(draft, settings) && (
        <Tick
          label={t('editor_outlook_label')}
          hint={t('editor_outlook_text')}
          isTicked={draft.keepsOutlook}
          onChange={(keepsOutlook) => onChange({ keepsOutlook })}
        />
      )}
    </>
  );
}

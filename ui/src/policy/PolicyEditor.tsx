import { limits, type PolicySettings } from '@email-firewall/contract';
import { lazy, Suspense, useState } from 'react';
import { Announcer } from '../components/Announcer.tsx';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { LastAttempts } from '../events/LastAttempts.tsx';
import { useWords } from '../network/use-words.ts';
import { TesterArea } from '../tester/TesterArea.tsx';
import { asnsOf } from './asns-of.ts';
import { DefaultAction } from './DefaultAction.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { OwnAccess } from './OwnAccess.tsx';
import { PolicyHead } from './PolicyHead.tsx';
import { PolicySummary } from './PolicySummary.tsx';
import { RuleList } from './RuleList.tsx';
import { RuleMenu } from './RuleMenu.tsx';
import { rowElementId } from './row-element-id.ts';
import { ruleSpeech } from './rule-speech.ts';
import { StartingPoints } from './StartingPoints.tsx';
import { SaveStatus } from './saving/SaveStatus.tsx';
import type { SaveQueue, SaveState } from './saving/save-queue.ts';
import { UnsavedChanges } from './saving/UnsavedChanges.tsx';
import { addButtonId, usePolicyActions } from './use-policy-actions.ts';
import { useRuleTask } from './use-rule-task.ts';
import { useShownRule } from './use-shown-rule.ts';
import { WatchedProtocols } from './WatchedProtocols.tsx';

const RuleDialog = lazy(async () => ({ default: (await import('./editor/RuleDialog.tsx')).RuleDialog }));

type Props = { mailbox: string; settings: PolicySettings; saves: SaveState; queue: SaveQueue };

/** The rules of one mailbox, and everything that can be done to them. */
export function PolicyEditor({ mailbox, settings, saves, queue }: Props) {
  const { rules } = settings;
  const words = useWords(asnsOf(rules));
  const { t } = words;
  const [speech, say] = useState('');
  const task = useRuleTask();
  const actions = usePolicyActions({ settings, queue, words, say, openTask: task.start });
  const isRuleGone = useShownRule(rules);
  const isFull = rules.length >= limits.rules;

  function onSaved(ruleId: string): void {
    const key = task.open?.task.kind === 'edit' ? 'speech_rule_edited' : 'speech_rule_added';
    task.close(rowElementId(ruleId, 'edit'));
    say(ruleSpeech(key, rules, ruleId, words));
  }

  return (
    <>
      <PolicyHead mailbox={mailbox}>
        <ModeSwitch mode={settings.mode} onChange={actions.setMode} />
      </PolicyHead>
      {isRuleGone && (
        <Notice tone="quiet" icon="search">
          <p className="ef-text">{t('policy_rule_gone')}</p>
        </Notice>
      )}
      <PolicySummary settings={settings} words={words} />
      <div className="ef-policy-columns">
        <div className="ef-policy-main">
          <p className="ef-muted">{t('policy_list_intro')}</p>
          <RuleList
            rules={rules}
            actions={actions}
            say={say}
            words={words}
            empty={<StartingPoints openTask={task.start} words={words} />}
          >
            <DefaultAction action={settings.defaultAction} onChange={actions.setDefault} />
          </RuleList>
          <div className="ef-policy-foot">
            <Button
              id={addButtonId}
              icon="add"
              look="primary"
              isOff={isFull}
              onClick={() => task.start({ kind: 'add' }, addButtonId)}
            >
              {t('policy_add_button')}
            </Button>
            {isFull && <p className="ef-muted">{t('editor_full', { most: limits.rules })}</p>}
            <SaveStatus saves={saves} />
          </div>
          <OwnAccess mailbox={mailbox} settings={settings} openTask={task.start} words={words} />
          <WatchedProtocols protocols={settings.protocols} onChange={actions.watch} />
        </div>
        <div className="ef-policy-side">
          <TesterArea mailbox={mailbox} settings={settings} words={words} />
          <LastAttempts mailbox={mailbox} />
        </div>
      </div>
      {saves.unsaved.length > 0 && !task.open && (
        <UnsavedChanges saves={saves} queue={queue} onDiscard={() => queue.discard()} words={words} />
      )}
      <RuleMenu rules={rules} actions={actions} />
      <Suspense>
        {task.open && (
          <RuleDialog
            key={task.open.key}
            mailbox={mailbox}
            task={task.open.task}
            settings={settings}
            saves={saves}
            queue={queue}
            onSaved={onSaved}
            onClose={() => task.close()}
            lastFocusId={task.lastFocusId}
          />
        )}
      </Suspense>
      <Announcer>{speech}</Announcer>
    </>
  );
}

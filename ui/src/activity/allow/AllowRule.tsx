import type { Decision, Event, PolicySettings } from '@email-firewall/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { RuleDialog } from '../../policy/editor/RuleDialog.tsx';
import type { RuleTask } from '../../policy/editor/use-rule-dialog.ts';
import type { SaveQueue, SaveState } from '../../policy/saving/save-queue.ts';
import { allowAnswer } from './allow-answer.ts';
import { startOf } from './allow-choices.ts';
import { allowElementId } from './allow-menu.ts';
import type { Allowing, OpenAllow } from './use-allow.ts';

type Props = {
  open: OpenAllow;
  settings: PolicySettings;
  saves: SaveState;
  queue: SaveQueue;
  allow: Allowing;
};

/** The rule dialog, begun with what was chosen; once it is saved, the server is asked whether the next login gets in. */
export function AllowRule({ open: { event, choice }, settings, saves, queue, allow }: Props) {
  const i18n = useI18n();
  // Begun once: the rules may change while the dialog is open, what the person reads in it must not.
  const [task] = useState<RuleTask>(() => ({ kind: 'add', start: startOf(event, choice, settings) }));
  const [subject] = useState(() => ({
    id: 'attempt',
    kind: 'attempt' as const,
    address: event.address,
    facts: event.facts,
  }));

  async function finish(): Promise<void> {
    allow.close();
    const decision = await nextDecision(event);
    allow.answer(event, allowAnswer(decision, event.outcome === 'would-be-refused', i18n));
  }

  return (
    <RuleDialog
      mailbox={event.mailbox}
      task={task}
      also={subject}
      settings={settings}
      saves={saves}
      queue={queue}
      onSaved={() => void finish()}
      onClose={allow.close}
      lastFocusId={() => allowElementId(event)}
    />
  );
}

async function nextDecision({ mailbox, address, protocol }: Event): Promise<Decision | undefined> {
  try {
    return (await call('evaluate', { mailbox, address, protocol })).decision;
  } catch {
    // The rule is saved all the same; no more is then said than that.
    return undefined;
  }
}

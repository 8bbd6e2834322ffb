import type { Event } from '@email-firewall/contract';
import { useState } from 'react';
import { useFocusLater } from '../../components/use-focus-later.ts';
import type { AllowAnswer } from './allow-answer.ts';
import type { AllowChoice } from './allow-choices.ts';
import { allowElementId } from './allow-menu.ts';

/** For whom a rule is being written. */
export type OpenAllow = { event: Event; choice: AllowChoice };

export type Allowing = ReturnType<typeof useAllow>;

/** Letting in somebody who was refused: the menu, the rule that is written, and what came of it. */
export function useAllow() {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [open, setOpen] = useState<OpenAllow>();
  const [answers, setAnswers] = useState<ReadonlyMap<string, AllowAnswer>>(new Map());
  const focusLater = useFocusLater();
  return {
    open,
    isAtWork: isMenuOpen || open !== undefined,
    setMenuOpen,
    begin: (event: Event, choice: AllowChoice) => setOpen({ event, choice }),
    close: () => setOpen(undefined),
    /** What is said in each row of this somebody, instead of the menu. */
    answer: (event: Event, answer: AllowAnswer) => {
      setAnswers((earlier) => new Map(earlier).set(keyOf(event), answer));
      focusLater(allowElementId(event));
    },
    answerTo: (event: Event) => answers.get(keyOf(event)),
  };
}

function keyOf({ mailbox, address }: Event): string {
  return `${mailbox} ${address}`;
}

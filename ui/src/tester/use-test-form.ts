import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { localText } from '../components/local-text.ts';
import { readAddress } from './read-address.ts';
import type { TestedProtocol, TestPlace } from './test-place.ts';
import type { Attempt } from './use-evaluation.ts';

/** An address is tried as soon as nothing more is typed for so long, in milliseconds. */
const pause = 250;

/** A text that is no address may only not be finished yet: it is found fault with when it has stood still. */
const faultPause = 1200;

type Draft = { text: string; protocol: TestedProtocol; when: 'now' | 'other'; timeText: string };

type Given = {
  /** As the page's address has it; undefined once the tester is closed. */
  place: TestPlace | undefined;
  onMove: (place: TestPlace) => void;
  /** Enter, or the button, on what is no address. */
  onFault: () => void;
};

/** The attempt being written: what is in the form, what is wrong with it, and what is tested. */
export function useTestForm({ place, onMove, onFault }: Given) {
  const [tested, setTested] = useState<TestPlace>(place ?? { text: '', protocol: 'imap', time: undefined });
  const [draft, setDraft] = useState(() => draftOf(tested));
  const [faultyText, setFaultyText] = useState(() => tested.text || undefined);

  // The page's address was changed, by hand or by "back", and not by this form.
  if (place && !isSame(place, tested)) {
    setTested(place);
    setDraft(draftOf(place));
    setFaultyText(place.text || undefined);
  }

  function test(next: Draft): void {
    const time = next.when === 'now' ? undefined : (momentOf(next.timeText) ?? tested.time);
    const now = { text: next.text.trim(), protocol: next.protocol, time };
    if (isSame(now, tested)) return;
    setTested(now);
    onMove(now);
  }

  const text = draft.text;
  const testLater = useEffectEvent(() => {
    // Closed in the meantime: a change of the page's address would open it again.
    if (place) test(draft);
  });
  const findFault = useEffectEvent(() => {
    if (text !== '') setFaultyText(text);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text starts the waiting anew
  useEffect(() => {
    const timers = [setTimeout(() => testLater(), pause), setTimeout(() => findFault(), faultPause)];
    return () => timers.forEach(clearTimeout);
  }, [text]);

  const reading = readAddress(text);
  const fault = !reading.ok && faultyText === text ? reading : undefined;
  return {
    draft,
    isEmpty: text.trim() === '',
    fault,
    /** What to decide; undefined while no address is written. */
    attempt: reading.ok ? attemptOf(tested) : undefined,
    write: (typed: string) => setDraft({ ...draft, text: typed }),
    /** A choice is made once: it is tried at once. */
    choose: (choice: Partial<Draft>) => {
      const next = { ...draft, ...choice };
      // Another time is chosen from now on.
      if (choice.when === 'other') next.timeText ||= localText(new Date());
      setDraft(next);
      test(next);
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      setFaultyText(text);
      test(draft);
      if (!reading.ok) onFault();
    },
  };
}

function draftOf({ text, protocol, time }: TestPlace): Draft {
  const when = time === undefined ? 'now' : 'other';
  return { text, protocol, when, timeText: time === undefined ? '' : localText(new Date(time)) };
}

function isSame(one: TestPlace, other: TestPlace): boolean {
  return one.text === other.text && one.protocol === other.protocol && one.time === other.time;
}

/** Undefined while date and time are not complete. */
function momentOf(timeText: string): string | undefined {
  const time = new Date(timeText).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function attemptOf({ text, protocol, time }: TestPlace): Attempt | undefined {
  const reading = readAddress(text);
  return reading.ok ? { address: reading.address, protocol, time } : undefined;
}

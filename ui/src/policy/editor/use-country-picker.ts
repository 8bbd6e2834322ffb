import { type KeyboardEvent, useEffect, useState } from 'react';
import { type CountryChoice, searchCountries } from './search-countries.ts';
import { countriesId } from './use-rule-form.ts';

type Given = {
  choices: readonly CountryChoice[];
  text: string;
  onText: (text: string) => void;
  onToggle: (code: string) => void;
  /** Backspace where there is no text left to take away. */
  onErase: () => void;
};

/** The list under the country field: which countries stand in it, which one is meant, and what the keys do. */
export function useCountryPicker({ choices, text, onText, onToggle, onErase }: Given) {
  const [isOpen, setIsOpen] = useState(false);
  const [wantedIndex, setWantedIndex] = useState(0);
  const matches = isOpen ? searchCountries(choices, text) : [];
  const activeIndex = Math.min(wantedIndex, matches.length - 1);
  const active = matches[activeIndex];
  const activeId = active && optionId(active.code);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function open(index = 0): void {
    setIsOpen(true);
    setWantedIndex(index);
  }

  function choose(code: string): void {
    onToggle(code);
    setIsOpen(false);
  }

  function step(by: number): void {
    if (isOpen) setWantedIndex((activeIndex + by + matches.length) % Math.max(matches.length, 1));
    else open(by > 0 ? 0 : choices.length - 1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and the arrows belong to the writing system while it composes a letter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && active) choose(active.code);
    else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else if (event.key === 'Backspace' && text === '') onErase();
    else return;
    event.preventDefault();
  }

  return {
    isOpen,
    matches,
    activeId,
    choose,
    onKeyDown,
    onClick: () => open(),
    onBlur: () => setIsOpen(false),
    onType: (typed: string) => {
      onText(typed);
      open();
    },
  };
}

/** The id in the document of a country in the list. */
export function optionId(code: string): string {
  return `${countriesId}-${code}`;
}

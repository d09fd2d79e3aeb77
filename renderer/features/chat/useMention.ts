import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

import type { Participant } from '#protocol/room.ts';

import { completed, offered, startedAt } from './mentions.ts';

export interface MentionState {
  readonly open: boolean;
  readonly people: readonly Participant[];
  /** Which of them a key would take. */
  readonly active: number;
  readonly take: (person: Participant) => void;
  /** Whether the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The caret is somewhere else. */
  readonly onCaret: () => void;
  /** Put away until something else is typed. */
  readonly away: () => void;
}

/** Offers people while a mention is being written: arrows choose, Enter and Tab take, Escape puts the list away. */
export function useMention(
  field: RefObject<HTMLTextAreaElement | null>,
  people: readonly Participant[],
  text: string,
  write: (text: string) => void,
): MentionState {
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [putAway, setPutAway] = useState<string | null>(null);
  const next = useRef<number | null>(null);
  const started = startedAt(text, caret);
  const fitting = started === null || putAway === text ? [] : offered(people, started);
  const active = Math.min(chosen, Math.max(0, fitting.length - 1));

  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  });

  const take = (person: Participant): void => {
    if (started === null) return;
    const done = completed(text, started, person.name);
    next.current = done.caret;
    setChosen(0);
    setCaret(done.caret);
    write(done.text);
    field.current?.focus();
  };
  const away = (): void => setPutAway(text);

  const onKey = (event: KeyboardEvent): boolean => {
    const person = fitting[active];
    if (!person) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((active + step + fitting.length) % fitting.length);
    else if (event.key === 'Escape') away();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(person);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    open: fitting.length > 0,
    people: fitting,
    active,
    take,
    onKey,
    onCaret: () => setCaret(field.current?.selectionStart ?? 0),
    away,
  };
}

import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';

import './support.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const icon = <svg data-testid="icon" />;
const controls = (isPending: boolean) => (
  <>
    <Button isPending={isPending} icon={icon}>
      Save
    </Button>
    <IconButton label="Mute" isPending={isPending}>
      {icon}
    </IconButton>
  </>
);

const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
const icons = () => screen.queryAllByTestId('icon').length;
const spinners = () => document.querySelectorAll('button > span[aria-hidden=true]').length;

test('what a control began is shown to go on only where it takes longer than a blink', async () => {
  const { rerender } = render(controls(false));
  expect([icons(), spinners()]).toEqual([2, 0]);

  // Answered at once: nothing moved.
  rerender(controls(true));
  await pass(199);
  expect([icons(), spinners()]).toEqual([2, 0]);
  rerender(controls(false));
  await pass(1_000);
  expect([icons(), spinners()]).toEqual([2, 0]);

  rerender(controls(true));
  await pass(200);
  expect([icons(), spinners()]).toEqual([0, 2]);
  rerender(controls(false));
  expect([icons(), spinners()]).toEqual([2, 0]);
});

test('while it goes on the control keeps its name and can not be used again, from the first moment', () => {
  render(controls(true));
  for (const name of [/Save/, /Mute/])
    expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
});

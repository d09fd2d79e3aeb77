import { act, render, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, test, vi } from 'vitest';

import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { Screen } from '#renderer/app/Screen.tsx';
import { useScreenFocus } from '#renderer/app/useScreenFocus.ts';
import { SettingsDoor } from '#renderer/features/settings/SettingsDoor.tsx';
import { createPart, type Part, usePart } from '#renderer/ui/part.ts';
import { joined, person } from '#tests/stage/room.ts';
import { over, snapshotOf } from '#tests/stage/snapshot.ts';

import { openPage } from './support.tsx';

function Probe({ part, isWanted }: { readonly part: Part<{ readonly words: string }>; readonly isWanted: boolean }) {
  return <p>{usePart(part, isWanted)?.words ?? 'nothing yet'}</p>;
}

test('a part is brought when it is wanted, once, and is there from then on', async () => {
  const arrivals: ((content: { readonly words: string }) => void)[] = [];
  const load = vi.fn<() => Promise<{ readonly words: string }>>(
    () =>
      new Promise((resolve) => {
        arrivals.push(resolve);
      }),
  );
  const part = createPart(load);
  const { rerender } = render(<Probe part={part} isWanted={false} />);
  expect(load).not.toHaveBeenCalled();
  rerender(<Probe part={part} isWanted />);
  expect(screen.getByText('nothing yet')).toBeTruthy();
  await act(async () => arrivals[0]?.({ words: 'it is here' }));
  expect(screen.getByText('it is here')).toBeTruthy();

  rerender(<Probe key="another" part={part} isWanted />);
  expect(screen.getByText('it is here')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(1);
});

test('a part that can not be had is a fault in drawing, and is asked for again when that is drawn again', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi
    .fn<() => Promise<{ readonly words: string }>>()
    .mockRejectedValueOnce(new Error('no such file'))
    .mockResolvedValueOnce({ words: 'it is here' });
  const part = createPart(load);
  const onError = vi.fn<(error: unknown, where: string) => void>();
  const page = await openPage(snapshotOf({ phase: 'idle' }));
  await act(async () => {
    render(
      page.wrap(
        <ErrorBoundary onError={onError}>
          <Probe part={part} isWanted />
        </ErrorBoundary>,
      ),
    );
  });
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no such file'), expect.any(String));
  await act(async () => screen.getByRole('button', { name: 'Show Parley again' }).click());
  expect(screen.getByText('it is here')).toBeTruthy();
  quiet.mockRestore();
});

test('a part that can not be had can be told of instead, and what is shown goes on', async () => {
  const onFailed = vi.fn<(error: unknown) => void>();
  const part = createPart<{ readonly words: string }>(() => Promise.reject(new Error('no such file')));
  function Careful() {
    return <p>{usePart(part, true, onFailed)?.words ?? 'nothing yet'}</p>;
  }
  await act(async () => {
    render(<Careful />);
  });
  expect(onFailed).toHaveBeenCalledExactlyOnceWith(new Error('no such file'));
  expect(screen.getByText('nothing yet')).toBeTruthy();
});

test('after an end by others the dialog is there first, and home behind it next', async () => {
  const session = over('MEETING_END_API', { mine: false });
  const page = await openPage(snapshotOf(session));
  const homeWasThere: boolean[] = [];
  function OverDialog() {
    useLayoutEffect(() => {
      homeWasThere.push(screen.queryByRole('button', { name: 'New meeting' }) !== null);
    }, []);
    return <p>the dialog</p>;
  }
  const dialogs = { OverDialog, PromptDialog: () => <p>a question</p>, ReceiptsDialog: () => <p>receipts</p> };
  const draw = (released: boolean) =>
    page.wrap(
      <SettingsDoor screen="home">
        <Screen
          session={{ ...session, exit: { ...session.exit, released } }}
          isHolding
          isNamed
          meeting={null}
          dialogs={dialogs}
        />
      </SettingsDoor>,
    );
  const { rerender } = render(draw(false));
  expect(screen.queryByText('the dialog')).toBeNull();
  rerender(draw(true));
  expect(homeWasThere).toEqual([false]);
  expect(screen.getByText('the dialog')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'New meeting' })).toBeTruthy();
});

test('a screen whose part is on its way says that it is busy', async () => {
  const session = joined([person(0, { role: 'host' })]);
  const page = await openPage(snapshotOf(session));
  render(page.wrap(<Screen session={session} isHolding={false} isNamed meeting={null} dialogs={null} />));
  expect(screen.getByRole('main', { name: 'Starting Parley', busy: true })).toBeTruthy();
});

function Heading({ of, isThere }: { readonly of: string; readonly isThere: boolean }) {
  const ref = useScreenFocus(of, isThere);
  return (
    <div ref={ref}>
      {isThere ? (
        <h1 data-screen-heading tabIndex={-1}>
          {of}
        </h1>
      ) : null}
    </div>
  );
}

test('focus goes to a screen’s heading once it is there', () => {
  const { rerender } = render(<Heading of="home" isThere />);
  expect(document.activeElement).toBe(document.body);
  rerender(<Heading of="meeting" isThere={false} />);
  expect(document.activeElement).toBe(document.body);
  rerender(<Heading of="meeting" isThere />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'meeting' }));
});

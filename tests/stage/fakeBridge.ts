import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatNews } from '#protocol/ipc/chat.ts';
import type { Kept } from '#protocol/ipc/privacy.ts';
import type { ParleyBridge, PushName, Pushes, RouteAnswer, RouteName } from '#protocol/ipc/contract.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';

import { SHARE_SOURCES } from './shareSources.ts';
import { RECEIPTS } from './receipts.ts';

/** Something of every kind, as after a few weeks. */
const KEPT: readonly Kept[] = [
  { kind: 'settings', entries: null, bytes: 412, deletable: 'now' },
  { kind: 'identity', entries: 2, bytes: 310, deletable: 'now' },
  { kind: 'recent', entries: 3, bytes: 930, deletable: 'now' },
  { kind: 'receipts', entries: 14, bytes: 9_240, deletable: 'now' },
  { kind: 'way-back', entries: 0, bytes: 0, deletable: 'now' },
  { kind: 'servers', entries: 2, bytes: 48, deletable: 'now' },
  { kind: 'hosting', entries: null, bytes: 184_320, deletable: 'after-restart' },
  { kind: 'logs', entries: null, bytes: 1_310_720, deletable: 'now' },
];

/** A request as the page made it. */
export interface Asked {
  readonly route: RouteName;
  readonly request: unknown;
}

/** Main's place in front of the page: says what it is told to say, and writes down what it is asked. */
export interface FakeBridge extends ParleyBridge {
  readonly asked: readonly Asked[];
  push<Name extends PushName>(channel: Name, payload: Pushes[Name]): void;
  /** From now on requests of this route are refused; null: accepted again. */
  refuse(route: RouteName, code: ErrorCode | null): void;
  /** From now on requests of this route are answered with this. */
  say<Name extends RouteName>(route: Name, value: RouteAnswer<Name>): void;
  /** From now on requests of this route wait; the returned function lets them be answered. */
  hold(route: RouteName): () => void;
  readonly listeners: number;
}

function waiting(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let settle: (() => void) | undefined;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: () => settle?.() };
}

/** A chat in which nothing was said. */
const NO_CHAT: ChatNews = {
  meeting: null,
  messages: [],
  unsent: [],
  unread: 0,
  mentions: 0,
  writing: [],
  gaps: [],
};

export function fakeBridge(first: AppSnapshot | null, chat: ChatNews = NO_CHAT): FakeBridge {
  const asked: Asked[] = [];
  const refusals = new Map<RouteName, ErrorCode>();
  const held = new Map<RouteName, Promise<void>>();
  const listeners = new Set<(channel: PushName, payload: unknown) => void>();
  const forgotten = new Set<string>();
  const forget = (route: RouteName, request: unknown): void => {
    if (route === 'receipt:forget') forgotten.add((request as { readonly id: string }).id);
    if (route === 'receipt:forget-all') for (const { id } of RECEIPTS) forgotten.add(id);
  };
  let current = first;

  const answers = new Map<RouteName, unknown>([['share:sources', SHARE_SOURCES]]);
  const answer = (route: RouteName): unknown => {
    if (answers.has(route)) return answers.get(route);
    if (route === 'app:snapshot') return current;
    if (route === 'invite:copy') return { link: 'parley://join/meet.example.org/kfr-wmbe-tqa#secret' };
    if (route === 'chat:all') return chat;
    if (route === 'privacy:list' || route === 'privacy:delete') return KEPT;
    if (route === 'servers:list') return ['meet.example.org', 'video.example.net:8443'];
    if (route === 'servers:forget') return ['video.example.net:8443'];
    if (route === 'diagnostics:save') return { path: '/home/ana/Downloads/parley-diagnostics.json' };
    if (route === 'receipt:list') return RECEIPTS.filter(({ id }) => !forgotten.has(id));
    return null;
  };

  return {
    asked,
    get listeners() {
      return listeners.size;
    },
    async request(route, request) {
      asked.push({ route, request });
      forget(route, request);
      await held.get(route);
      const code = refusals.get(route);
      if (code !== undefined) return { ok: false, error: { code } };
      return { ok: true, value: answer(route) as never };
    },
    on(channel, listener) {
      const take = (pushed: PushName, payload: unknown): void => {
        if (pushed === channel) listener(payload as never);
      };
      listeners.add(take);
      return () => listeners.delete(take);
    },
    push(channel, payload) {
      if (channel === 'snapshot') current = payload as AppSnapshot;
      for (const listener of listeners) listener(channel, payload);
    },
    refuse(route, code) {
      if (code === null) refusals.delete(route);
      else refusals.set(route, code);
    },
    say(route, value) {
      answers.set(route, value);
    },
    hold(route) {
      const { promise, resolve } = waiting();
      held.set(route, promise);
      return () => {
        held.delete(route);
        resolve();
      };
    },
  };
}

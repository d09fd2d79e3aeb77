import type { Result } from '#protocol/errors.ts';
import type { Rev } from '#protocol/ids.ts';
import type { ShareEnd, ShareSource, ShareSources, ShareView } from '#protocol/ipc/share.ts';
import type { AppSnapshot, CaptureView } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import { SHARE_ASK_MS, sharerIn } from '#meeting/room/sharing.ts';
import { mayInSession } from '#meeting/session/mayInSession.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import { mayShareScreen } from '../capture/permissions.ts';
import type { Clock, Log, PagePort } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { ChosenScreen, ScreensPort } from './screens.ts';

/** Which screen or window is shared: chosen here, opened by the page, and known to nobody but main. */
export interface Sharing {
  sources(): Promise<Result<ShareSources>>;
  /** Begins with one of the sources that were listed last, or asks who shares to stop, and begins then. */
  start(source: string, sound: boolean): Promise<Result<null>>;
  /** By the person: shares no more, or asks no more. */
  stop(): void;
  /** The room has somebody else share: what the page opened meanwhile is closed. */
  taken(): void;
  /** What the page may open now. */
  readonly chosen: ChosenScreen | null;
}

interface Parts {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly screens: ScreensPort;
  readonly page: Pick<PagePort, 'grantGesture'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function createSharing(parts: Parts): Sharing {
  return new Desk(parts);
}

interface Choice {
  readonly source: ShareSource;
  readonly sound: boolean;
}

/** Somebody else shares, and was asked to stop. */
interface Asking extends Choice {
  readonly name: string;
  /** The room's revision from which on it knows of the ask; null until it was acknowledged. */
  heardAt: Rev | null;
  /** Forgets the time that they have. */
  cancel: () => void;
}

const WHY: Readonly<Record<NonNullable<CaptureView['error']>, ShareEnd['why']>> = {
  'capture-refused': 'refused',
  'capture-not-found': 'gone',
  'capture-busy': 'failed',
};

class Desk implements Sharing {
  readonly #parts: Parts;
  #listed: ReadonlyMap<string, ShareSource> = new Map();
  #choice: Choice | null = null;
  #asking: Asking | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.store.onChange((snapshot, before) => this.#follow(snapshot, before));
  }

  get chosen(): ChosenScreen | null {
    if (this.#choice === null || !mayShareScreen(this.#parts.store.current)) return null;
    const { source, sound } = this.#choice;
    return { id: source.id, name: source.name, sound };
  }

  async sources(): Promise<Result<ShareSources>> {
    const refusal = this.#refusal();
    if (refusal) return refusal;
    const { screens, log } = this.#parts;
    try {
      const sources = screens.isDenied ? [] : await screens.list();
      this.#listed = new Map(sources.map((source) => [source.id, source]));
      return { ok: true, value: { sources, isDenied: screens.isDenied, hasSound: screens.hasSound } };
    } catch (error) {
      log('no-share-sources', { error: error instanceof Error ? error.name : typeof error });
      return refused('capture-busy', 'the system gives no list of screens and windows');
    }
  }

  async start(id: string, sound: boolean): Promise<Result<null>> {
    const refusal = this.#refusal();
    if (refusal) return refusal;
    const { store, screens } = this.#parts;
    if (this.#choice || this.#asking) return refused('bad-request', 'something is shared, or asked for, already');
    const source = this.#listed.get(id);
    if (!source) return refused('bad-request', 'no such screen or window was listed');
    const choice = { source, sound: sound && screens.hasSound };
    store.patch({ shareEnd: null });
    const { session } = store.current;
    const sharer = isInside(session) ? sharerIn(session.room) : null;
    if (sharer?.connection === 'live' && isInside(session) && sharer.id !== session.me) {
      return this.#ask(choice, sharer.name);
    }
    return this.#begin(choice);
  }

  stop(): void {
    const { capture, client } = this.#parts;
    if (this.#dropAsk()) void client.command({ type: 'withdraw-share-ask' });
    capture.want('screen', false);
  }

  taken(): void {
    if (this.#choice) this.#end('taken', this.#choice.source.name);
  }

  #refusal(): Extract<Result<never>, { ok: false }> | null {
    const { session } = this.#parts.store.current;
    if (!isInside(session)) return refused('not-joined');
    return mayInSession(session, 'shareScreen') ? null : refused('forbidden');
  }

  #begin(choice: Choice): Result<null> {
    const { store, capture, page, log } = this.#parts;
    this.#choice = choice;
    store.patch({ share: viewOf(choice) });
    page.grantGesture();
    const wanted = capture.want('screen', true);
    if (!wanted.ok) this.#dropChoice();
    else log('share-begun', { kind: choice.source.kind, sound: choice.sound });
    return wanted;
  }

  async #ask(choice: Choice, name: string): Promise<Result<null>> {
    const { client, store, clock } = this.#parts;
    const asking: Asking = { ...choice, name, heardAt: null, cancel: () => undefined };
    this.#asking = asking;
    store.patch({ share: { ...viewOf(choice), asking: { name, until: clock.now() + SHARE_ASK_MS } } });
    const answer = await client.command({ type: 'ask-to-share' });
    if (this.#asking !== asking) {
      // Thought better of while the question was on its way.
      if (answer.ok) void client.command({ type: 'withdraw-share-ask' });
      return done;
    }
    if (!answer.ok) {
      this.#dropAsk();
      // They stopped just before.
      return answer.error.code === 'not-shared' ? this.#begin(choice) : answer;
    }
    asking.heardAt = answer.value;
    asking.cancel = clock.schedule(SHARE_ASK_MS, () => this.#giveUp(asking));
    this.#followAsk(store.current.session);
    return done;
  }

  #giveUp(asking: Asking): void {
    if (this.#asking !== asking) return;
    void this.#parts.client.command({ type: 'withdraw-share-ask' });
    this.#endAsk(asking, 'unanswered');
  }

  #endAsk({ name }: Asking, why: ShareEnd['why']): void {
    const { store, clock, log } = this.#parts;
    this.#dropAsk();
    log('share-ended', { why });
    store.patch({ shareEnd: { why, name, at: clock.now() } });
  }

  /** Answers whether there was one. */
  #dropAsk(): boolean {
    const asking = this.#asking;
    if (!asking) return false;
    asking.cancel();
    this.#asking = null;
    this.#parts.store.patch({ share: null });
    return true;
  }

  #follow(snapshot: AppSnapshot, before: AppSnapshot): void {
    if (!isInside(snapshot.session)) {
      if (!isInside(before.session)) return;
      this.#dropAsk();
      this.#dropChoice();
      this.#listed = new Map();
      this.#parts.store.patch({ shareEnd: null });
      return;
    }
    const { wanted, error } = snapshot.capture.screen;
    if (this.#choice && wanted && error !== null) this.#end(WHY[error], this.#choice.source.name);
    else if (before.capture.screen.wanted && !this.#parts.store.current.capture.screen.wanted) this.#dropChoice();
    if (snapshot.session !== before.session) this.#followAsk(snapshot.session);
  }

  /** What became of the ask, once the room knows of it. */
  #followAsk(session: Session): void {
    const asking = this.#asking;
    if (!asking || asking.heardAt === null || !isInside(session) || session.room.rev < asking.heardAt) return;
    const { shareAsk } = session.room;
    const isMine = shareAsk?.by.participant === session.me;
    if (!isMine) this.#endAsk(asking, 'unanswered');
    else if (shareAsk.answered?.accepted === true) {
      this.#dropAsk();
      this.#begin(asking);
    } else if (shareAsk.answered) this.#endAsk(asking, 'declined');
  }

  #end(why: ShareEnd['why'], name: string): void {
    const { store, capture, clock, log } = this.#parts;
    log('share-ended', { why });
    this.#dropChoice();
    capture.want('screen', false);
    store.patch({ shareEnd: { why, name, at: clock.now() } });
  }

  #dropChoice(): void {
    if (!this.#choice) return;
    this.#choice = null;
    this.#parts.store.patch({ share: null });
  }
}

const viewOf = ({ source: { kind, name }, sound }: Choice): ShareView => ({ kind, name, sound });

import type { Result } from '#protocol/errors.ts';
import type { Rev } from '#protocol/ids.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Notice } from '#protocol/ipc/notice.ts';
import type { MediaState } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { Access, MeetingClient, SwitchWay } from '#client/contract.ts';
import type { SessionInput } from '#meeting/session/input.ts';
import { exitNotices } from '#meeting/session/notices.ts';
import { isInside, reduce } from '#meeting/session/reduce.ts';

import { FakeChat } from './fakeChat.ts';
import { SECRET, TARGET } from './meeting.ts';

const OK = { ok: true, value: null } as const;

/** A client without a server: lives by the real rules of a session, and does what a test feeds it. */
export class FakeClient implements MeetingClient {
  session: Session = { phase: 'idle' };
  readonly chat = new FakeChat();
  /** Everything that was asked of it, in order. */
  readonly asked: string[] = [];
  readonly commands: CommandRequest[] = [];
  readonly joins: { readonly name: string; readonly media: MediaState }[] = [];
  readonly created: { readonly server: string; readonly hosted: boolean; readonly key?: string }[] = [];
  readonly signals: unknown[] = [];
  readonly switches: { readonly access: Access; readonly way: SwitchWay }[] = [];
  /** How often a switch was told to go no further, whether or not there was one. */
  givenUp = 0;
  access: Access | null = null;
  /** What a meeting says that is asked before a switch; replaced by tests. */
  wouldLetIn: (access: Access) => Promise<Result<null>> = () => Promise.resolve(OK);
  /** How commands are answered; replaced by tests. A leave takes effect by itself. */
  answer: (request: CommandRequest) => Promise<Result<Rev>> = () => Promise.resolve({ ok: true, value: 9 });
  /** How a new room is answered; replaced by tests. */
  create: (server: string, hosted: boolean) => Promise<Result<Access>> = (server, hosted) =>
    Promise.resolve({ ok: true, value: { target: { ...TARGET, server, hosted }, secret: SECRET } });
  readonly #sessions = new Set<(session: Session) => void>();
  readonly #notices = new Set<(notice: Notice) => void>();
  readonly #signals = new Set<(signal: IncomingSignal) => void>();

  feed(input: SessionInput): void {
    const before = this.session;
    this.session = reduce(before, input);
    if (this.session === before) return;
    for (const listener of this.#sessions) listener(this.session);
    if (input.type !== 'released' || this.session.phase !== 'over') return;
    for (const notice of exitNotices(this.session.exit)) this.tell(notice);
  }

  tell(notice: Notice): void {
    for (const listener of this.#notices) listener(notice);
  }

  receive(signal: IncomingSignal): void {
    for (const listener of this.#signals) listener(signal);
  }

  onSession(listener: (session: Session) => void): () => void {
    this.#sessions.add(listener);
    return () => this.#sessions.delete(listener);
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    this.#notices.add(listener);
    return () => this.#notices.delete(listener);
  }

  onSignal(listener: (signal: IncomingSignal) => void): () => void {
    this.#signals.add(listener);
    return () => this.#signals.delete(listener);
  }

  createRoom(server: string, options: { readonly hosted: boolean; readonly key?: string }): Promise<Result<Access>> {
    this.asked.push('create');
    this.created.push({ server, ...options });
    return this.create(server, options.hosted);
  }

  open(access: Access): Result<null> {
    this.asked.push('open');
    const before = this.session;
    this.feed({ type: 'open', target: access.target });
    if (this.session === before) return { ok: false, error: { code: 'wrong-phase' } };
    this.access = access;
    return OK;
  }

  join(as: { readonly name: string; readonly media: MediaState }): Promise<Result<null>> {
    this.asked.push('join');
    this.joins.push(as);
    this.feed({ type: 'join' });
    return Promise.resolve(OK);
  }

  async switchTo(access: Access, way: SwitchWay = {}): Promise<Result<null>> {
    this.asked.push('switch');
    this.switches.push({ access, way });
    const refusal = await this.wouldLetIn(access);
    if (!refusal.ok) return refusal;
    const left = await this.command({ type: 'leave', switching: true, ...(way.handOverTo && way) });
    if (!left.ok) return left;
    await this.#released();
    if (way.joinAs === undefined) return this.open(access);
    this.access = access;
    this.joins.push({ name: way.joinAs, media: { microphone: false, camera: false, screen: false } });
    this.feed({ type: 'switch', target: access.target });
    return OK;
  }

  giveUpSwitch(): void {
    this.givenUp += 1;
  }

  cancel(): void {
    this.asked.push('cancel');
    this.feed({ type: 'cancel', at: 4 });
  }

  dismiss(): void {
    this.asked.push('dismiss');
    this.feed({ type: 'dismiss' });
  }

  async command(request: CommandRequest): Promise<Result<Rev>> {
    this.asked.push(request.type);
    this.commands.push(request);
    if (!isInside(this.session)) return { ok: false, error: { code: 'not-joined' } };
    const answer = await this.answer(request);
    if (request.type === 'leave' && answer.ok) {
      this.feed({ type: 'left', at: 4, policy: request.policy, switching: request.switching });
    }
    return answer;
  }

  unlock(): Promise<Result<null>> {
    this.asked.push('unlock-from-outside');
    return Promise.resolve(OK);
  }

  signal(signal: unknown): void {
    this.signals.push(signal);
  }

  released(): void {
    this.asked.push('released');
    this.feed({ type: 'released' });
  }

  askWayBack(): void {
    this.asked.push('ask-way-back');
  }

  inviteLink(server?: string): string | null {
    if (this.access?.secret === null || this.access === null) return null;
    return `parley://join/${server ?? this.access.target.server}/${this.access.target.room}#${this.access.secret}`;
  }

  nudge(): void {
    this.asked.push('nudge');
  }

  dispose(): Promise<void> {
    this.asked.push('dispose');
    return Promise.resolve();
  }

  #released(): Promise<void> {
    return new Promise((resolve) => {
      const stopListening = this.onSession((session) => {
        if (session.phase !== 'over' || !session.exit.released) return;
        stopListening();
        resolve();
      });
    });
  }
}

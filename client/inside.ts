import type { ChatMessage, TypingNews } from '#protocol/chat.ts';
import type { ErrorCode, Result } from '#protocol/errors.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Rev } from '#protocol/ids.ts';
import type { Command, CommandRequest } from '#protocol/wire/command.ts';
import type { ClientFrame, MeetingLeft, SendSignal, ServerFrame, Welcome } from '#protocol/wire/frame.ts';

import { Chat } from './chat.ts';
import { type CommandIds, Commands } from './commands.ts';
import type { ClientEnvironment } from './contract.ts';
import { type Closing, LastFrames } from './lastFrames.ts';
import type { Meeting } from './meeting.ts';
import { RoomView } from './roomView.ts';
import type { Scope } from './scope.ts';
import type { SessionStore } from './sessionStore.ts';
import { Signals } from './signals.ts';

/** Milliseconds after which a snapshot that has not come is asked for again. */
const ASK_AGAIN_MS = 5_000;

export interface InsidePorts {
  readonly meeting: Meeting;
  readonly store: SessionStore;
  readonly ids: CommandIds;
  /** To the server, if there is a connection that can take it. */
  send(frame: ClientFrame): void;
  deliver(signal: IncomingSignal): void;
  onMessage(message: ChatMessage): void;
  onTyping(typing: TypingNews): void;
}

/** What goes on in a meeting, over whichever connection there is: the mirrored room, commands and signals. */
export class Inside {
  readonly view: RoomView;
  readonly chat: Chat;
  readonly #commands: Commands;
  readonly #signals: Signals;
  readonly #lastFrames = new LastFrames();
  readonly #ports: InsidePorts;
  readonly #environment: ClientEnvironment;
  readonly #scope: Scope;
  #cancelAsking: () => void = () => {};

  constructor(ports: InsidePorts, scope: Scope) {
    const { meeting, store, ids } = ports;
    this.#ports = ports;
    this.#environment = meeting.environment;
    this.#scope = scope;
    this.#commands = new Commands(meeting.environment, scope, ids);
    const key = meeting.keys().then((keys) => keys?.media ?? null);
    this.chat = new Chat({
      environment: meeting.environment,
      key,
      scope,
      principal: () => this.view.principal,
      isPresent: (participant) => !scope.closed && this.view.has(participant),
      command: (request, id) => this.#commands.issue(request, (command) => ports.send(command), id),
      send: (frame) => ports.send(frame),
      onMessage: (message) => ports.onMessage(message),
      onTyping: (typing) => ports.onTyping(typing),
    });
    this.view = new RoomView(meeting.environment, store, this.chat);
    this.#signals = new Signals(meeting.environment, key, {
      send: (signal) => ports.send(signal),
      isPresent: (participant) => !scope.closed && this.view.has(participant),
      deliver: (signal) => ports.deliver(signal),
    });
  }

  /** In, or back in. */
  welcomed(welcome: Welcome, clockOffset: number): void {
    // Orders given to a meeting that is over must not fall on the next one in the same room. And all orders come before
    // the session is told, because whoever hears of it may have new ones.
    if (this.view.incarnation === welcome.incarnation) this.#commands.resend((command) => this.#ports.send(command));
    else this.#commands.settleAll('offline', new Set(), this.view.rev);
    this.chat.connected({ anew: !this.view.isMine(welcome.participantId) });
    this.view.welcomed(welcome, clockOffset);
  }

  command(request: CommandRequest): Promise<Result<Rev>> {
    return this.#commands.issue(request, (command) => this.#ports.send(command));
  }

  pending<Type extends Command['type']>(type: Type): Extract<Command, { readonly type: Type }> | null {
    return this.#commands.pending(type);
  }

  signal(signal: SendSignal): void {
    this.#signals.send(signal);
  }

  onFrame(frame: ServerFrame): void {
    switch (frame.type) {
      case 'ok':
      case 'error':
        this.#lastFrames.answered(this.#commands.answer(frame), frame);
        break;
      case 'events':
        if (this.view.follow(frame) === 'gap') this.#askForSnapshot();
        break;
      case 'snapshot':
        if (this.view.replace(frame.snapshot) === 'gap') this.#askForSnapshot();
        break;
      case 'signal':
        this.#signals.receive(frame);
        break;
      case 'typing':
        this.chat.typed(frame);
        break;
      case 'chat-missed':
        this.chat.missed(frame);
        break;
      case 'ice-servers':
        this.#ports.store.dispatch(frame);
        break;
      case 'reacted':
        this.view.reacted(frame);
        break;
      case 'removed-from-room':
        this.#lastFrames.removed(frame);
        break;
      // The connection's own, and the stay's.
      case 'meeting-left':
      case 'draining':
      case 'welcome':
      case 'waiting':
      case 'refused':
      case 'ping':
      case 'pong':
        break;
    }
  }

  /** The connection is lost: what it still owed does not come. */
  lost(): void {
    this.#lastFrames.reset();
    this.view.reconnecting();
    this.chat.lost();
    this.#cancelAsking();
  }

  /** What the stay's last frame comes to, with those before it. */
  closing(left: MeetingLeft): Closing {
    const closing = this.#lastFrames.close(left, this.#commands.pending('end-room'), this.view.scheduledEnd);
    return { ...closing, locked: closing.locked || this.view.locked };
  }

  /** Settles what is still unanswered: a leave, and what is in `done`, has happened; of all else nobody knows. */
  end(otherwise: ErrorCode, done: ReadonlySet<Command['type']>): void {
    this.#commands.settleAll(otherwise, new Set([...done, 'leave']), this.view.rev);
  }

  /** Asked again while it is missing, because a server that has too much to do may pass the question over. */
  #askForSnapshot(): void {
    this.#ports.send({ type: 'get-snapshot' });
    this.#cancelAsking();
    this.#cancelAsking = this.#scope.schedule(this.#environment, ASK_AGAIN_MS, () => {
      if (this.view.awaitsSnapshot) this.#askForSnapshot();
    });
  }
}

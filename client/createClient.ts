import * as v from 'valibot';

import type { ErrorCode, ParleyError, Result } from '#protocol/errors.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import { ClientId, type Rev } from '#protocol/ids.ts';
import type { Notice } from '#protocol/ipc/notice.ts';
import type { MediaState } from '#protocol/room.ts';
import type { Session, Target } from '#protocol/session.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { SendSignal } from '#protocol/wire/frame.ts';
import type { Standing } from '#protocol/http.ts';
import { formatInvite } from '#meeting/invite/inviteLink.ts';
import { parseServer } from '#meeting/invite/serverAddress.ts';
import { mayHaveWayBack } from '#meeting/session/exit.ts';
import { switchFailed } from '#meeting/session/notices.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { Api } from './api.ts';
import { ChatDesk } from './chatDesk.ts';
import { CommandIds } from './commands.ts';
import type { Appearance } from './entry.ts';
import type { Access, ClientOptions, MeetingClient, SwitchWay } from './contract.ts';
import { createRoom } from './createRoom.ts';
import type { Farewell } from './farewell.ts';
import { Listeners } from './listeners.ts';
import { Meeting } from './meeting.ts';
import { Scope } from './scope.ts';
import { SessionStore } from './sessionStore.ts';
import { StandingInquiry, tellStanding } from './standing.ts';
import { Stay } from './stay.ts';
import { Switching } from './switching.ts';
import { WayBackInquiry } from './wayBackInquiry.ts';

/** Whoever comes straight from another meeting has let go of everything; what comes up is told as it does. */
const NOTHING_ON: MediaState = { microphone: false, camera: false, screen: false };

/** Makes a participant: idle, connected to nothing. */
export function createClient(options: ClientOptions): MeetingClient {
  return new Client(options);
}

class Client implements MeetingClient {
  readonly #options: ClientOptions;
  readonly #clientId: ClientId;
  readonly #api: Api;
  readonly #store: SessionStore;
  readonly #ids: CommandIds;
  readonly #signals: Listeners<IncomingSignal>;
  readonly chat: ChatDesk;
  readonly #scope = new Scope();
  readonly #farewells = new Set<Farewell>();
  #meeting: Meeting | null = null;
  #stay: Stay | null = null;
  #inquiry: StandingInquiry | null = null;
  #switching: Switching | null = null;
  /** The meeting that the one now was switched to from. */
  #left: Meeting | null = null;
  #wayBack: WayBackInquiry | null = null;
  /** The room that was made last: what one is there is known without asking. */
  #made: { readonly target: Target; readonly standing: Standing } | null = null;

  constructor(options: ClientOptions) {
    const { environment } = options;
    this.#options = options;
    this.#clientId = v.parse(ClientId, options.clientId);
    this.#api = new Api(environment);
    this.#store = new SessionStore(environment);
    this.#ids = new CommandIds(environment);
    this.#signals = new Listeners(this.#store.turns);
    this.chat = new ChatDesk(this.#store.turns, this.#ids, () => (isInside(this.session) ? this.#stay : null));
  }

  get session(): Session {
    return this.#store.session;
  }

  onSession(listener: (session: Session) => void): () => void {
    return this.#store.sessions.add(listener);
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    return this.#store.notices.add(listener);
  }

  onSignal(listener: (signal: IncomingSignal) => void): () => void {
    return this.#signals.add(listener);
  }

  async createRoom(
    server: string,
    { hosted, key }: { readonly hosted: boolean; readonly key?: string },
  ): Promise<Result<Access>> {
    const made = await createRoom({ ...this.#options, api: this.#api }, server, { hosted, key });
    if (!made.ok) return made;
    const { standing, ...access } = made.value;
    this.#made = { target: access.target, standing };
    return { ok: true, value: access };
  }

  open(access: Access): Result<null> {
    const server = parseServer(access.target.server);
    if (!server.ok) return server;
    const meeting = this.#meetingAt(access, server.value);
    const { target } = meeting;
    if (this.#scope.closed || !this.#store.dispatch({ type: 'open', target })) return refuse('wrong-phase');
    this.#wayBack?.stop();
    this.#meeting = meeting;
    this.#learnStanding(meeting);
    return { ok: true, value: null };
  }

  join(as: Appearance): Promise<Result<null>> {
    const meeting = this.#here;
    if (this.#scope.closed || meeting === null || !this.#store.dispatch({ type: 'join' })) {
      return Promise.resolve(refuse('wrong-phase'));
    }
    return this.#enter(meeting, as);
  }

  async switchTo(access: Access, { handOverTo, joinAs }: SwitchWay = {}): Promise<Result<null>> {
    const server = parseServer(access.target.server);
    if (!server.ok) return server;
    const [from, stay] = [this.#meeting, this.#stay];
    if (from === null || stay === null || this.#switching !== null || !isInside(this.session)) {
      return refuse('wrong-phase');
    }
    const to = this.#meetingAt(access, server.value);
    if (isSamePlace(from.target, to.target)) return refuse('already-joined');
    const switching = new Switching({ store: this.#store, stay, to, handOverTo });
    this.#switching = switching;
    const crossed = await switching.cross();
    if (this.#switching === switching) this.#switching = null;
    if (!crossed.ok) {
      if (crossed.error.code !== 'cancelled') this.#tellStillIn(crossed.error);
      return crossed;
    }
    if (joinAs === undefined) return this.open(access);
    this.#left = from;
    this.#store.dispatch({ type: 'switch', target: to.target });
    return this.#enter(to, { name: joinAs, media: NOTHING_ON });
  }

  giveUpSwitch(): void {
    this.#switching?.cancel();
    this.#switching = null;
  }

  cancel(): void {
    switch (this.session.phase) {
      case 'preview':
        this.#inquiry?.stop();
        this.#store.dispatch({ type: 'cancel', at: this.#options.environment.now() });
        break;
      case 'joining':
      case 'reconnecting':
        this.#stay?.cancel();
        break;
      case 'idle':
      case 'joined':
      case 'over':
        break;
    }
  }

  dismiss(): void {
    if (this.#store.dispatch({ type: 'dismiss' })) this.#wayBack?.stop();
  }

  command(request: CommandRequest): Promise<Result<Rev>> {
    const stay = isInside(this.session) ? this.#stay : null;
    return stay === null ? Promise.resolve(refuse('not-joined')) : stay.command(request);
  }

  async unlock(): Promise<Result<null>> {
    const meeting = this.#meeting;
    if (meeting === null || this.session.phase !== 'preview') return refuse('wrong-phase');
    const unlocked = await meeting.unlock();
    if (!unlocked.ok && unlocked.error.error.code !== 'not-locked') return { ok: false, error: unlocked.error.error };
    if (this.#meeting === meeting && this.#store.dispatch({ type: 'unlocked' })) this.#inquire(meeting);
    return { ok: true, value: null };
  }

  signal({ to, link, generation, data }: Pick<SendSignal, 'to' | 'link' | 'generation' | 'data'>): void {
    this.#stay?.signal({ type: 'signal', to, link, generation, data });
  }

  released(): void {
    if (!this.#store.dispatch({ type: 'released' })) return;
    const meeting = this.#here;
    const { session } = this;
    if (meeting === null || session.phase !== 'over' || !mayHaveWayBack(session.exit)) return;
    this.#wayBack?.stop();
    this.#wayBack = new WayBackInquiry(meeting, this.#store);
  }

  askWayBack(): void {
    if (this.session.phase === 'over') this.#wayBack?.lookedAt();
  }

  inviteLink(server?: string): string | null {
    const meeting = this.#here;
    if (meeting === null || this.session.phase === 'idle') return null;
    const { target, secret } = meeting;
    return secret === null ? null : formatInvite({ server: server ?? target.server, room: target.room, secret });
  }

  nudge(): void {
    this.#stay?.nudge();
  }

  async dispose(withinMs: number): Promise<void> {
    if (this.#scope.closed) return;
    const late = new Promise<void>((resolve) => {
      this.#scope.schedule(this.#options.environment, withinMs, resolve);
    });
    await Promise.race([this.#goAway(), late]);
    this.#scope.close();
    this.#inquiry?.stop();
    this.#wayBack?.stop();
    this.#stay?.stop();
    for (const farewell of this.#farewells) farewell.stop();
  }

  async #goAway(): Promise<void> {
    this.giveUpSwitch();
    if (isInside(this.session)) await this.command({ type: 'leave' });
    else this.cancel();
    await Promise.all([...this.#farewells].map((farewell) => farewell.done));
  }

  #enter(meeting: Meeting, as: Appearance): Promise<Result<null>> {
    this.#meeting = meeting;
    this.#inquiry?.stop();
    this.#wayBack?.stop();
    // Coming back takes the old stay over, if the server still has it: nobody must say goodbye for it now.
    for (const farewell of this.#farewells) if (farewell.room === meeting.target.room) farewell.stop();
    this.#stay = new Stay(
      {
        meeting,
        store: this.#store,
        ids: this.#ids,
        deliver: (signal) => this.#signals.tell(signal),
        onMessage: (message) => this.chat.messages.tell(message),
        onTyping: (typing) => this.chat.typings.tell(typing),
        onFarewell: (farewell) => this.#await(farewell),
      },
      as,
    );
    return this.#stay.enter();
  }

  /** The meeting that the session is about: after a switch that failed it is the one that was left. */
  get #here(): Meeting | null {
    const { session } = this;
    const wentBack = session.phase === 'over' && session.exit.reason.type === 'SWITCH_ROOM_FAILED';
    return wentBack ? this.#left : this.#meeting;
  }

  #meetingAt(access: Access, server: string): Meeting {
    const { environment, identity } = this.#options;
    const target = { ...access.target, server };
    return new Meeting(environment, this.#api, identity, this.#clientId, { ...access, target });
  }

  #tellStillIn(error: ParleyError): void {
    if (!isInside(this.session)) return;
    this.#store.notices.tell(switchFailed(error, true, this.#options.environment.now()));
  }

  /** Once, because the room may be another by the time that it is opened again. */
  #learnStanding(meeting: Meeting): void {
    const made = this.#made;
    this.#made = null;
    if (made !== null && isSamePlace(made.target, meeting.target)) tellStanding(this.#store, made.standing);
    else this.#inquire(meeting);
  }

  #inquire(meeting: Meeting): void {
    this.#inquiry?.stop();
    this.#inquiry = new StandingInquiry(meeting, this.#store);
  }

  #await(farewell: Farewell): void {
    this.#farewells.add(farewell);
    void farewell.done.then(() => this.#farewells.delete(farewell));
  }
}

function refuse(code: ErrorCode, detail?: string): { readonly ok: false; readonly error: ParleyError } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}

const isSamePlace = (one: Target, other: Target): boolean => one.server === other.server && one.room === other.room;

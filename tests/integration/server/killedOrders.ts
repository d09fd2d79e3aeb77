// Orders that are under way when the server is killed, and what has become of them when it is back.
import { type Joined, TestRoom } from './testRoom.ts';
import type { Frame, Wire } from './wire.ts';

export const KINDS = ['end', 'lock', 'bar'] as const;
export type Kind = (typeof KINDS)[number];

/** `whole`: all of it has happened, everywhere; `absent`: nothing of it. Anything else fails the test. */
export type Outcome = 'whole' | 'absent';

/** One order by Ana, in a meeting with Ben. */
export class KilledOrder {
  readonly kind: Kind;
  readonly #room: TestRoom;
  readonly #ana: Joined;
  readonly #ben: Joined;
  readonly #id: string;

  private constructor(kind: Kind, room: TestRoom, ana: Joined, ben: Joined, id: string) {
    this.kind = kind;
    this.#room = room;
    this.#ana = ana;
    this.#ben = ben;
    this.#id = id;
  }

  static async prepare(address: string, kind: Kind, id: string): Promise<KilledOrder> {
    const room = await TestRoom.create(address);
    const ana = await room.host('Ana');
    const ben = await room.guest('Ben');
    await ana.wire.event('participant-joined');
    return new KilledOrder(kind, room, ana, ben, id);
  }

  send(): void {
    this.#ana.wire.send(this.#frame);
  }

  /** Somebody was told that it has happened: it was acknowledged to Ana, or seen by Ana or Ben. */
  get wasTold(): boolean {
    return [this.#ana, this.#ben].some(
      ({ wire }) =>
        wire.frames.some(({ type, id }) => (type === 'ok' && id === this.#id) || type === 'meeting-left') ||
        wire.events.some(({ type }) => type === EVENTS[this.kind]),
    );
  }

  /** Settles when Ana has her answer. */
  async acknowledged(): Promise<void> {
    await this.#ana.wire.nextThat(({ type, id }) => type === 'ok' && id === this.#id, `answer to ${this.#id}`);
  }

  /** Looks at it from all sides, which must agree; then gives the same order again, which must not work twice. */
  async settle(): Promise<Outcome> {
    switch (this.kind) {
      case 'end':
        return this.#settleEnd();
      case 'lock':
        return this.#settleLock();
      case 'bar':
        return this.#settleBar();
    }
  }

  /** Whether it holds, to whoever wants in. */
  async holds(): Promise<boolean> {
    if (this.kind === 'bar') return (await this.#room.outcomeOfJoin(this.#ben.proof)) === 'barred';
    return (await this.#room.outcomeOfToken((await this.#room.token()).token)) === 'room-locked';
  }

  get #frame() {
    const { id } = this.#ben;
    if (this.kind === 'end') return { type: 'end-room', id: this.#id, reason: 'done', lock: true };
    if (this.kind === 'lock') return { type: 'lock', id: this.#id };
    return { type: 'remove', id: this.#id, participant: id, reason: 'out', bar: true };
  }

  async #settleEnd(): Promise<Outcome> {
    const [ana, ben] = [await this.#back(this.#ana), await this.#back(this.#ben)];
    agree(ana.answer.type === ben.answer.type, 'one is out and the other is not');
    const outcome = ana.answer.type === 'meeting-left' ? 'whole' : 'absent';
    if (outcome === 'whole') {
      agree(codeOf(ana.answer) === 1008 && codeOf(ben.answer) === 1008, 'another reason');
      const [told] = ben.wire.frames;
      agree(
        told?.roomWasEnded === true && told.locked === true && told.reason === 'done',
        'Ben is told something else',
      );
    } else {
      agree((await ana.wire.command(this.#frame)).type === 'ok', 'it can not be given again');
    }
    agree(await this.holds(), 'it does not hold');
    return outcome;
  }

  async #settleLock(): Promise<Outcome> {
    const { wire } = await this.#back(this.#ana);
    const outcome = (await this.holds()) ? 'whole' : 'absent';
    // A second lock is refused: `ok` is the stored answer of the first, or there was no first.
    agree((await wire.command(this.#frame)).type === 'ok', 'its answer was not kept with it');
    const second = await wire.command({ type: 'lock', id: `${this.#id}-2` });
    agree(second.code === 'already-locked', 'it can be locked twice');
    agree(await this.holds(), 'it does not hold');
    return outcome;
  }

  async #settleBar(): Promise<Outcome> {
    const [ana, ben] = [await this.#back(this.#ana), await this.#back(this.#ben)];
    const outcome = ben.answer.type === 'welcome' ? 'absent' : 'whole';
    if (outcome === 'whole') {
      const [told] = ben.wire.frames;
      agree(codeOf(ben.answer) === 1002, 'another reason');
      agree(told?.roomWasEnded === false && told.reason === 'out', 'Ben is told something else');
      agree(await this.holds(), 'he is out, and not barred');
    }
    agree((await ana.wire.command(this.#frame)).type === 'ok', 'its answer was not kept with it');
    agree(await this.holds(), 'it does not hold');
    ana.wire.send({ type: 'get-snapshot' });
    const { snapshot } = await ana.wire.next('snapshot');
    const names = Object.values(snapshot?.participants ?? {}).map(({ name }) => name);
    agree(names.join() === 'Ana', `in the room are ${names.join()}`);
    return outcome;
  }

  /** Resumes: back in, or told how the stay ended. Nobody's session is simply forgotten. */
  async #back({ welcome }: Joined): Promise<{ readonly wire: Wire; readonly answer: Frame }> {
    const wire = await this.#room.resume(welcome, welcome.rev ?? 0);
    return { wire, answer: await wire.next('welcome', 'meeting-left', 'refused') };
  }
}

const EVENTS: Readonly<Record<Kind, string>> = { end: 'room-ended', lock: 'room-locked', bar: 'participant-left' };

const codeOf = ({ reason }: Frame): unknown => (reason as { readonly code?: unknown } | undefined)?.code;

/** What was found from one side must be what is found from all. */
function agree(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

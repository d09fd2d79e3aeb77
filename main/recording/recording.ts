import type { MeetingClient } from '#client/contract.ts';
import { mayInSession } from '#meeting/session/mayInSession.ts';
import { isInside } from '#meeting/session/reduce.ts';
import { participantOf } from '#meeting/room/selectors.ts';
import type { Result } from '#protocol/errors.ts';
import type { RecordingProblem, RecordingView } from '#protocol/ipc/recording.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { Clock, Log } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { RecordingFile, RecordingFiles } from './recordingFiles.ts';
import { recordingName } from './recordingName.ts';

/** Milliseconds between two times that what was written is made to survive a power cut. */
const SYNC_MS = 2_000;
/** Milliseconds that the page has to hand over the rest. */
const REST_MS = 4_000;

/** The recording of the meeting that I am in: the room is told first, and pieces are on the disk as they come. */
export interface Recording {
  /** `wrong-phase` outside of a meeting, `forbidden` without the right, `not-writable` where there can be no file. */
  start(): Promise<Result<null>>;
  stop(): Result<null>;
  /** Stops it where it still goes on, and settles when nothing is being written any more. */
  stopAndWait(): Promise<void>;
  /** A piece from the page. `not-writable` ends the recording; what came before is kept. */
  take(piece: Uint8Array): Promise<Result<null>>;
  /** The page has handed over the rest. Answered when the file is closed. */
  finished(): Promise<Result<null>>;
  /** What was kept has been read about. */
  dismiss(): void;
  /** The page is gone, and with it whatever it had not handed over. */
  pageLost(): void;
}

interface Parts {
  readonly client: Pick<MeetingClient, 'command'>;
  readonly store: SnapshotStore;
  readonly settings: SettingsFile;
  readonly files: RecordingFiles;
  /** The folder for recordings, as of now. */
  readonly folder: () => string;
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly log: Log;
}

export function createRecording(parts: Parts): Recording {
  return new LocalRecording(parts);
}

interface Underway {
  readonly file: RecordingFile;
  syncedAt: number;
  bytes: number;
  /** Pieces are written one after the other. */
  writing: Promise<void>;
}

class LocalRecording implements Recording {
  readonly #parts: Parts;
  #underway: Underway | null = null;
  #isStarting = false;
  #giveUp: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.store.onChange(({ session }, before) => {
      if (session === before.session) return;
      if (!isInside(session) || !mayInSession(session, 'record')) this.#stop();
      if (session.phase === 'joined' && before.session.phase !== 'joined') this.#takeBack(session);
    });
    void this.#offerInterrupted();
  }

  async start(): Promise<Result<null>> {
    const { store, files, folder, clock, log } = this.#parts;
    const { session } = store.current;
    if (session.phase !== 'joined') return refused('wrong-phase');
    if (!mayInSession(session, 'record')) return refused('forbidden');
    if (this.#isStarting || this.#underway) return done;
    this.#isStarting = true;
    try {
      const file = await files.create(folder(), recordingName(session.target.room, clock.now()));
      return await this.#tellRoom(file);
    } catch (error) {
      log('recording-not-begun', { error: codeOf(error) });
      return refused('not-writable', codeOf(error));
    } finally {
      this.#isStarting = false;
    }
  }

  stop(): Result<null> {
    this.#stop();
    return done;
  }

  stopAndWait(): Promise<void> {
    this.#stop();
    const { store } = this.#parts;
    // The store says so last of all: by then the file is closed, and the next start knows nothing of it.
    const isDone = (): boolean => (store.current.recording?.state ?? 'kept') === 'kept';
    return new Promise((resolve) => {
      if (isDone()) {
        resolve();
        return;
      }
      const stopListening = store.onChange(() => {
        if (!isDone()) return;
        stopListening();
        resolve();
      });
    });
  }

  async take(piece: Uint8Array): Promise<Result<null>> {
    const underway = this.#underway;
    if (!underway) return refused('wrong-phase');
    const written = underway.writing.then(() => this.#write(underway, piece));
    underway.writing = written.catch(() => undefined);
    try {
      await written;
      return done;
    } catch (error) {
      this.#parts.log('recording-not-written', { error: codeOf(error) });
      this.#stop();
      await this.#finish(codeOf(error) === 'ENOSPC' ? 'disk-full' : 'unwritable');
      return refused('not-writable', codeOf(error));
    }
  }

  async finished(): Promise<Result<null>> {
    // The page may also have ended it by itself, because it can't record.
    this.#stop();
    await this.#finish(null);
    return done;
  }

  dismiss(): void {
    const { store } = this.#parts;
    if (store.current.recording?.state === 'kept') store.patch({ recording: null });
  }

  pageLost(): void {
    if (!this.#underway) return;
    this.#stop();
    void this.#finish('interrupted');
  }

  /** Nothing is taken before everybody can know of it. */
  async #tellRoom(file: RecordingFile): Promise<Result<null>> {
    const { client, store, settings, clock, nextId, log } = this.#parts;
    settings.write({ unfinishedRecording: file.path });
    this.#underway = { file, syncedAt: clock.now(), bytes: 0, writing: Promise.resolve() };
    this.#show({ id: nextId(), state: 'starting', file: file.path, since: clock.now(), problem: null });
    const answer = await client.command({ type: 'set-recording', on: true });
    const isWanted = store.current.recording?.state === 'starting' && store.current.session.phase === 'joined';
    if (answer.ok && isWanted) {
      log('recording-begun');
      this.#change({ state: 'on' });
      return done;
    }
    await this.#finish(null);
    return answer.ok ? done : answer;
  }

  #stop(): void {
    const { client, store, clock } = this.#parts;
    const { recording, session } = store.current;
    if (!this.#underway || !recording || !['starting', 'on'].includes(recording.state)) return;
    this.#change({ state: 'stopping' });
    if (isInside(session)) void client.command({ type: 'set-recording', on: false });
    if (recording.state === 'on') this.#giveUp = clock.schedule(REST_MS, () => void this.#finish('interrupted'));
  }

  /** What was stopped while the room could not be told is told now. */
  #takeBack({ room, me }: SessionIn<'joined'>): void {
    const recordsByItsWord = participantOf(room, me)?.recordingSince !== undefined;
    if (recordsByItsWord && !this.#underway && !this.#isStarting) {
      void this.#parts.client.command({ type: 'set-recording', on: false });
    }
  }

  async #write(underway: Underway, piece: Uint8Array): Promise<void> {
    if (this.#underway !== underway) throw new Error('the file is closed');
    await underway.file.write(piece);
    underway.bytes += piece.length;
    const now = this.#parts.clock.now();
    if (now - underway.syncedAt < SYNC_MS) return;
    underway.syncedAt = now;
    await underway.file.sync();
  }

  /** Closes the file, once. One that nothing came into is taken away. */
  async #finish(problem: RecordingProblem | null): Promise<void> {
    const underway = this.#underway;
    if (!underway) return;
    this.#giveUp?.();
    this.#giveUp = null;
    await underway.writing;
    if (this.#underway !== underway) return;
    this.#underway = null;
    const isEmpty = underway.bytes === 0;
    try {
      await (isEmpty ? underway.file.discard() : underway.file.sync().then(() => underway.file.close()));
    } catch (error) {
      this.#parts.log('recording-not-closed', { error: codeOf(error) });
    }
    this.#parts.settings.write({ unfinishedRecording: null });
    this.#parts.log('recording-ended', { bytes: underway.bytes, problem: problem ?? 'none' });
    if (isEmpty) this.#parts.store.patch({ recording: null });
    else this.#change({ state: 'kept', problem });
  }

  /** The last run ended inside a recording: what there is of it is where it was. */
  async #offerInterrupted(): Promise<void> {
    const { settings, files, clock, nextId } = this.#parts;
    const file = settings.values.unfinishedRecording;
    if (file === null) return;
    const size = await files.size(file);
    if (this.#underway || this.#isStarting) return;
    settings.write({ unfinishedRecording: null });
    if (size > 0) this.#show({ id: nextId(), state: 'kept', file, since: clock.now(), problem: 'interrupted' });
  }

  #show(recording: RecordingView): void {
    this.#parts.store.patch({ recording });
  }

  #change(change: Partial<RecordingView>): void {
    const { recording } = this.#parts.store.current;
    if (recording) this.#show({ ...recording, ...change });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}

import type { Page } from '@playwright/test';

import { FIRST_LOOK } from '#protocol/ipc/stageLook.ts';
import { MEDIA_DEFAULTS } from '#main/settings/mediaSettings.ts';
import type { Incarnation, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { AppSnapshot, CaptureView } from '#protocol/ipc/snapshot.ts';
import type { Participant, Room, Stops } from '#protocol/room.ts';
import type { Role } from '#protocol/roles.ts';
import type { Session } from '#protocol/session.ts';
import type { IceServer, IceTransportPolicy } from '#protocol/wire/frame.ts';

/** One participant of a lab meeting: an engine in some page. */
export interface Person {
  readonly id: ParticipantId;
  page: Page;
  microphone: boolean;
  camera: boolean;
  /** What they share; `sound` as well. */
  screen: 'off' | 'on' | 'sound';
  role: Role;
  recording: 'off' | 'on' | 'stopping';
  /** Wants to be told that they talk while muted. */
  hearsThemselves: boolean;
  cameraId: string | null;
  microphoneId: string | null;
  joinedAt: number;
  connection: 'live' | 'lost';
  /** What others switched off; what they themselves want on goes on all the same, as in a client that ignores it. */
  stopped: Stops;
  phase: 'joined' | 'reconnecting' | 'preview' | 'over' | 'idle';
}

export const idOf = (name: string): ParticipantId => `participant-${name}` as ParticipantId;

/** The room and everybody's snapshot of it, told to all engines on each change: what main and the server do in the app. */
export class LabMeeting {
  readonly people: Person[] = [];
  /** What the server told them; told to everybody with the next change. */
  iceServers: readonly IceServer[] = [];
  iceTransportPolicy: IceTransportPolicy = 'all';
  #clock = 1_000;
  #rev = 0;

  /** Starts an engine for a newcomer and lets everybody know, the newcomer first. */
  async join(name: string, page: Page, on: { microphone?: boolean; camera?: boolean } = {}): Promise<Person> {
    const person: Person = {
      id: idOf(name),
      page,
      microphone: on.microphone ?? true,
      camera: on.camera ?? true,
      screen: 'off',
      role: 'guest',
      recording: 'off',
      hearsThemselves: false,
      cameraId: null,
      microphoneId: null,
      joinedAt: (this.#clock += 10),
      connection: 'live',
      stopped: {},
      phase: 'joined',
    };
    await page.evaluate((id) => window.lab.start(id), person.id);
    this.people.push(person);
    await this.tell();
    return person;
  }

  /** Takes somebody out: over for them, gone for the others. */
  async remove(person: Person): Promise<void> {
    person.phase = 'over';
    await this.tell();
  }

  /** Changes what somebody wants or is, and tells everybody. */
  async change(person: Person, change: Partial<Omit<Person, 'id'>>): Promise<void> {
    Object.assign(person, change);
    await this.tell();
  }

  async tell(): Promise<void> {
    this.#rev += 1;
    await Promise.all(this.people.map((person) => this.tellOne(person)));
  }

  async tellOne(person: Person): Promise<void> {
    await person.page.evaluate(([id, snapshot]) => window.lab.apply(id, snapshot), [
      person.id,
      this.snapshot(person),
    ] as const);
  }

  snapshot(person: Person): AppSnapshot {
    const off: CaptureView = { wanted: false, live: false, error: null, deviceId: null };
    return {
      session: this.#session(person),
      capture: {
        microphone: { ...off, wanted: person.microphone, deviceId: person.microphoneId },
        camera: { ...off, wanted: person.camera, deviceId: person.cameraId },
        screen: { ...off, wanted: person.screen !== 'off' },
      },
      share: { kind: 'screen', name: 'Screen', sound: person.screen === 'sound' },
      hosting: { state: 'off' },
      prompt: null,
      settings: {
        displayName: '',
        theme: 'system',
        highContrast: false,
        reducedMotion: false,
        textSize: 100,
        language: 'system',
        closeBehaviour: 'ask',
        aloneMinutes: null,
        joinWithMicrophone: true,
        joinWithCamera: true,
        defaultServer: null,
        creationKey: 'none',
        askWhoIsHost: true,
        miniWindow: true,
        talkKey: null,
        globalMute: null,
        globalLeave: null,
        microphoneId: null,
        cameraId: null,
        speakerId: null,
        recordingFolder: null,
        stageLook: FIRST_LOOK,
        ...MEDIA_DEFAULTS,
        hearWhileMuted: person.hearsThemselves,
      },
      language: { tag: 'en', locale: 'en' },
      recent: [],
      ...(person.recording !== 'off' && {
        recording: { id: 'one', state: person.recording, file: '/one.webm', since: 1, problem: null },
      }),
      app: { version: '0.0.0', platform: 'linux', identityKept: true, settingsSetAside: null },
    };
  }

  #room(): Room {
    const present = this.people.filter(({ phase }) => phase === 'joined' || phase === 'reconnecting');
    return {
      id: 'abc-defg-hij' as RoomId,
      incarnation: 'incarnation-1' as Incarnation,
      rev: this.#rev,
      phase: 'open',
      createdAt: 1,
      openedAt: 1,
      lock: null,
      ending: null,
      inviteHash: '',
      roles: {},
      barred: {},
      participants: Object.fromEntries(present.map((person) => [person.id, participant(person)])),
    };
  }

  #session(person: Person): Session {
    const target = { server: 'localhost:1', room: 'abc-defg-hij' as RoomId, hosted: true };
    const inside = {
      target,
      me: person.id,
      incarnation: 'incarnation-1' as Incarnation,
      room: this.#room(),
      iceServers: this.iceServers,
      iceTransportPolicy: this.iceTransportPolicy,
      clockOffset: 0,
    };
    switch (person.phase) {
      case 'idle':
        return { phase: 'idle' };
      case 'preview':
        return { phase: 'preview', target, role: null, refusal: null, mayUnlock: false };
      case 'joined':
        return { phase: 'joined', ...inside };
      case 'reconnecting':
        return { phase: 'reconnecting', since: 1, attempt: 1, ...inside };
      case 'over':
        return {
          phase: 'over',
          target,
          exit: {
            reason: { code: 1101, type: 'MANUAL_LEAVE_CALLED', message: '' },
            removal: null,
            error: null,
            mine: true,
            mayRejoin: true,
            at: 1,
            released: false,
          },
        };
    }
  }
}

function participant(person: Person): Participant {
  return {
    id: person.id,
    principal: `principal-${person.id}` as PrincipalId,
    name: person.id,
    role: person.role,
    media: {
      microphone: person.microphone && !person.stopped.microphone,
      camera: person.camera && !person.stopped.camera,
      screen: person.screen !== 'off' && !person.stopped.screen,
    },
    joinedAt: person.joinedAt,
    connection: person.connection,
    lostAt: person.connection === 'lost' ? 1 : null,
    stopped: person.stopped,
  };
}

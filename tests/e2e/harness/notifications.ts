import { EventEmitter, once } from 'node:events';

import dbus from 'dbus-next';

const NAME = 'org.freedesktop.Notifications';

/** What an app asked the desktop to show. */
export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

class Service extends dbus.interface.Interface {
  readonly events = new EventEmitter();
  readonly shown: ShownNotification[] = [];

  GetCapabilities(): string[] {
    return ['body', 'actions'];
  }

  GetServerInformation(): string[] {
    return ['Parley tests', 'Parley', '1', '1.2'];
  }

  Notify(_app: string, replaces: number, _icon: string, title: string, body: string): number {
    const id = replaces || this.shown.length + 1;
    this.shown.push({ id, title, body });
    this.events.emit('shown');
    return id;
  }

  CloseNotification(_id: number): void {
    // Nothing is on a screen that could be closed.
  }

  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action];
  }

  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason];
  }
}

Service.configureMembers({
  methods: {
    GetCapabilities: { inSignature: '', outSignature: 'as' },
    GetServerInformation: { inSignature: '', outSignature: 'ssss' },
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u', outSignature: '' },
  },
  signals: {
    ActionInvoked: { signature: 'us' },
    NotificationClosed: { signature: 'uu' },
  },
});

/** Stands where a desktop's notification service stands: it takes what apps want shown, and clicks it. */
export class NotificationDesk {
  readonly #bus: dbus.MessageBus;
  readonly #service: Service;

  private constructor(bus: dbus.MessageBus, service: Service) {
    this.#bus = bus;
    this.#service = service;
  }

  static async open(): Promise<NotificationDesk> {
    const bus = dbus.sessionBus();
    const service = new Service(NAME);
    bus.export('/org/freedesktop/Notifications', service);
    await bus.requestName(NAME, 0);
    return new NotificationDesk(bus, service);
  }

  /** Everything shown so far. */
  get shown(): readonly ShownNotification[] {
    return this.#service.shown;
  }

  /** The first with this title, waited for. */
  async titled(title: string): Promise<ShownNotification> {
    for (;;) {
      const found = this.#service.shown.find((shown) => shown.title === title);
      if (found) return found;
      await once(this.#service.events, 'shown');
    }
  }

  /** As a click on it does. */
  click({ id }: ShownNotification): void {
    this.#service.ActionInvoked(id, 'default');
    this.#service.NotificationClosed(id, 2);
  }

  close(): void {
    this.#bus.disconnect();
  }
}

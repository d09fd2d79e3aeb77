import dbus from 'dbus-next';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const MENU = 'com.canonical.dbusmenu';

/** One entry of a tray menu, as the desktop would show it. */
export interface TrayItem {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
}

type LayoutNode = readonly [number, Readonly<Record<string, dbus.Variant>>, readonly dbus.Variant<LayoutNode>[]];

class Watcher extends dbus.interface.Interface {
  readonly #registered: string[] = [];
  readonly #waiting: (() => void)[] = [];

  register(service: string): void {
    this.#registered.push(service);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  get services(): readonly string[] {
    return this.#registered;
  }

  /** Settles at the next registration. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  RegisterStatusNotifierItem(service: string): void {
    this.register(service);
  }

  RegisterStatusNotifierHost(): void {
    // This watcher is its own host.
  }

  get RegisteredStatusNotifierItems(): string[] {
    return [...this.#registered];
  }

  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }

  get ProtocolVersion(): number {
    return 0;
  }
}

Watcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
  },
});

/**
 * Stands where a desktop's panel stands: tray icons register with it over D-Bus, and it reads and clicks their menus.
 * Nothing in the product knows of it.
 */
export class TrayPanel {
  readonly #bus: dbus.MessageBus;
  readonly #watcher: Watcher;

  private constructor(bus: dbus.MessageBus, watcher: Watcher) {
    this.#bus = bus;
    this.#watcher = watcher;
  }

  static async open(): Promise<TrayPanel> {
    const bus = dbus.sessionBus();
    const watcher = new Watcher(WATCHER);
    bus.export('/StatusNotifierWatcher', watcher);
    await bus.requestName(WATCHER, 0);
    return new TrayPanel(bus, watcher);
  }

  close(): void {
    this.#bus.disconnect();
  }

  /** The tray icon of the process `pid`, waited for. */
  async iconOf(pid: number): Promise<TrayIcon> {
    for (;;) {
      const registered = this.#watcher.next();
      for (const service of this.#watcher.services.toReversed()) {
        if ((await this.#pidOf(service)) === pid) return new TrayIcon(this.#call, service);
      }
      await registered;
    }
  }

  async #pidOf(service: string): Promise<number | null> {
    try {
      const [pid] = await this.#call(
        'org.freedesktop.DBus',
        '/org/freedesktop/DBus',
        'org.freedesktop.DBus',
        'GetConnectionUnixProcessID',
        's',
        [service],
      );
      return typeof pid === 'number' ? pid : null;
    } catch {
      return null; // Its process has ended since it registered.
    }
  }

  readonly #call: Call = async (destination, path, face, member, signature, body) => {
    const message = new dbus.Message({ destination, path, interface: face, member, signature, body: [...body] });
    const reply = await this.#bus.call(message);
    return reply?.body ?? [];
  };
}

type Call = (
  destination: string,
  path: string,
  face: string,
  member: string,
  signature: string,
  body: readonly unknown[],
) => Promise<unknown[]>;

export class TrayIcon {
  readonly #call: Call;
  readonly #service: string;

  constructor(call: Call, service: string) {
    this.#call = call;
    this.#service = service;
  }

  async menu(): Promise<readonly TrayItem[]> {
    const [, root] = await this.#call(this.#service, '/com/canonical/dbusmenu', MENU, 'GetLayout', 'iias', [0, -1, []]);
    const [, , children] = root as LayoutNode;
    return children
      .map(({ value: [id, properties] }) => ({
        id,
        label: String(properties['label']?.value ?? '').replaceAll('_', ''),
        enabled: properties['enabled']?.value !== false,
      }))
      .filter(({ label }) => label !== '');
  }

  async labels(): Promise<readonly string[]> {
    return (await this.menu()).map(({ label }) => label);
  }

  /** Clicks the entry, as a person would; it must be there and enabled. */
  async click(label: string): Promise<void> {
    const menu = await this.menu();
    const item = menu.find((entry) => entry.label === label);
    if (!item?.enabled) {
      throw new Error(`the tray has no "${label}" to click, only ${menu.map((entry) => entry.label).join(', ')}`);
    }
    await this.#call(this.#service, '/com/canonical/dbusmenu', MENU, 'Event', 'isvu', [
      item.id,
      'clicked',
      new dbus.Variant('i', 0),
      0,
    ]);
  }
}

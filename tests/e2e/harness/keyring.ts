import dbus from 'dbus-next';

const SERVICE = 'org.freedesktop.secrets';
const ROOT = '/org/freedesktop/secrets';
const COLLECTION = `${ROOT}/collection/login`;
/** Where libsecret puts what has no collection named. */
const DEFAULT_COLLECTION = `${ROOT}/aliases/default`;
const SESSION = `${ROOT}/session/plain`;
/** Instead of a prompt's path: nobody has to be asked. */
const NO_PROMPT = '/';

const { Interface } = dbus.interface;

type Attributes = Readonly<Record<string, string>>;
/** Session, parameters, the value itself, its content type: `(oayays)`. */
type Secret = readonly [string, Buffer, Buffer, string];
type Properties = Readonly<Record<string, dbus.Variant>>;

/** What is kept under one name; sealed by nothing, because the bus is the test's own. */
class Item extends Interface {
  readonly path: string;
  readonly #remove: () => void;
  #label: string;
  #attributes: Attributes;
  #value: Buffer;

  constructor(path: string, properties: Properties, [, , value]: Secret, remove: () => void) {
    super('org.freedesktop.Secret.Item');
    this.path = path;
    this.#label = textIn(properties, 'Label');
    this.#attributes = attributesIn(properties);
    this.#value = value;
    this.#remove = remove;
  }

  matches(wanted: Attributes): boolean {
    return Object.entries(wanted).every(([name, value]) => this.#attributes[name] === value);
  }

  replace([, , value]: Secret): void {
    this.#value = value;
  }

  GetSecret(session: string): Secret {
    return [session, Buffer.alloc(0), this.#value, 'text/plain'];
  }

  SetSecret(secret: Secret): void {
    this.replace(secret);
  }

  Delete(): string {
    this.#remove();
    return NO_PROMPT;
  }

  get Locked(): boolean {
    return false;
  }

  get Attributes(): Attributes {
    return this.#attributes;
  }

  get Label(): string {
    return this.#label;
  }

  get Created(): bigint {
    return 0n;
  }

  get Modified(): bigint {
    return 0n;
  }
}

Item.configureMembers({
  methods: {
    GetSecret: { inSignature: 'o', outSignature: '(oayays)' },
    SetSecret: { inSignature: '(oayays)', outSignature: '' },
    Delete: { inSignature: '', outSignature: 'o' },
  },
  properties: {
    Locked: { signature: 'b', access: 'read' },
    Attributes: { signature: 'a{ss}', access: 'read' },
    Label: { signature: 's', access: 'read' },
    Created: { signature: 't', access: 'read' },
    Modified: { signature: 't', access: 'read' },
  },
});

/** The one collection that there is, and all that it keeps. */
class Collection extends Interface {
  readonly #bus: dbus.MessageBus;
  readonly #items = new Map<string, Item>();
  #made = 0;

  constructor(bus: dbus.MessageBus) {
    super('org.freedesktop.Secret.Collection');
    this.#bus = bus;
  }

  get Items(): string[] {
    return [...this.#items.keys()];
  }

  get Label(): string {
    return 'Login';
  }

  get Locked(): boolean {
    return false;
  }

  get Created(): bigint {
    return 0n;
  }

  get Modified(): bigint {
    return 0n;
  }

  item(path: string): Item | undefined {
    return this.#items.get(path);
  }

  SearchItems(wanted: Attributes): string[] {
    return [...this.#items.values()].filter((item) => item.matches(wanted)).map(({ path }) => path);
  }

  CreateItem(properties: Properties, secret: Secret, replace: boolean): [string, string] {
    const [existing] = replace ? this.SearchItems(attributesIn(properties)) : [];
    if (existing !== undefined) {
      this.#items.get(existing)?.replace(secret);
      return [existing, NO_PROMPT];
    }
    this.#made += 1;
    const path = `${COLLECTION}/${this.#made}`;
    const item = new Item(path, properties, secret, () => this.#remove(path));
    this.#items.set(path, item);
    this.#bus.export(path, item);
    return [path, NO_PROMPT];
  }

  Delete(): string {
    for (const path of this.Items) this.#remove(path);
    return NO_PROMPT;
  }

  #remove(path: string): void {
    const item = this.#items.get(path);
    if (item === undefined) return;
    this.#items.delete(path);
    this.#bus.unexport(path, item);
  }
}

Collection.configureMembers({
  methods: {
    SearchItems: { inSignature: 'a{ss}', outSignature: 'ao' },
    CreateItem: { inSignature: 'a{sv}(oayays)b', outSignature: 'oo' },
    Delete: { inSignature: '', outSignature: 'o' },
  },
  properties: {
    Items: { signature: 'ao', access: 'read' },
    Label: { signature: 's', access: 'read' },
    Locked: { signature: 'b', access: 'read' },
    Created: { signature: 't', access: 'read' },
    Modified: { signature: 't', access: 'read' },
  },
});

/** The way in: sessions, and searching over all collections. */
class Service extends Interface {
  readonly #collection: Collection;

  constructor(collection: Collection) {
    super('org.freedesktop.Secret.Service');
    this.#collection = collection;
  }

  get Collections(): string[] {
    return [COLLECTION];
  }

  OpenSession(algorithm: string): [dbus.Variant, string] {
    // libsecret asks for an encrypted session first, and is content with this one on a bus that is nobody else's.
    if (algorithm !== 'plain') {
      throw new dbus.DBusError('org.freedesktop.DBus.Error.NotSupported', 'plain sessions only');
    }
    return [new dbus.Variant('s', ''), SESSION];
  }

  SearchItems(wanted: Attributes): [string[], string[]] {
    return [this.#collection.SearchItems(wanted), []];
  }

  Unlock(paths: string[]): [string[], string] {
    return [paths, NO_PROMPT];
  }

  Lock(): [string[], string] {
    return [[], NO_PROMPT];
  }

  GetSecrets(paths: string[], session: string): Record<string, Secret> {
    return Object.fromEntries(
      paths.flatMap((path) => {
        const item = this.#collection.item(path);
        return item === undefined ? [] : [[path, item.GetSecret(session)]];
      }),
    );
  }

  ReadAlias(name: string): string {
    return name === 'default' ? COLLECTION : '/';
  }

  CreateCollection(): [string, string] {
    return [COLLECTION, NO_PROMPT];
  }
}

Service.configureMembers({
  methods: {
    OpenSession: { inSignature: 'sv', outSignature: 'vo' },
    SearchItems: { inSignature: 'a{ss}', outSignature: 'aoao' },
    Unlock: { inSignature: 'ao', outSignature: 'aoo' },
    Lock: { inSignature: 'ao', outSignature: 'aoo' },
    GetSecrets: { inSignature: 'aoo', outSignature: 'a{o(oayays)}' },
    ReadAlias: { inSignature: 's', outSignature: 'o' },
    CreateCollection: { inSignature: 'a{sv}s', outSignature: 'oo' },
  },
  properties: { Collections: { signature: 'ao', access: 'read' } },
});

class Session extends Interface {
  constructor() {
    super('org.freedesktop.Secret.Session');
  }

  Close(): void {
    // There is nothing to forget: the session holds no key.
  }
}

Session.configureMembers({ methods: { Close: { inSignature: '', outSignature: '' } } });

/**
 * Stands where a desktop's keyring stands (org.freedesktop.secrets), so that safeStorage has a place for its key and what
 * the app seals outlives it. Empty in the beginning, gone with its bus. Nothing in the product knows of it.
 */
export class Keyring {
  readonly #bus: dbus.MessageBus;

  private constructor(bus: dbus.MessageBus) {
    this.#bus = bus;
  }

  static async open(): Promise<Keyring> {
    const bus = dbus.sessionBus();
    const collection = new Collection(bus);
    bus.export(ROOT, new Service(collection));
    for (const path of [COLLECTION, DEFAULT_COLLECTION]) bus.export(path, collection);
    bus.export(SESSION, new Session());
    await bus.requestName(SERVICE, 0);
    return new Keyring(bus);
  }

  close(): void {
    this.#bus.disconnect();
  }
}

const PREFIX = 'org.freedesktop.Secret.Item.';

function attributesIn(properties: Properties): Attributes {
  return (properties[`${PREFIX}Attributes`]?.value ?? {}) as Attributes;
}

function textIn(properties: Properties, name: string): string {
  return String(properties[`${PREFIX}${name}`]?.value ?? '');
}

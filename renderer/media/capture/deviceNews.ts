/** Something that happened to a device by itself, for the person to know. Labels are the system's own; may be empty. */
export type DeviceNews = { readonly kind: 'microphone' | 'camera' | 'speaker' } & (
  | { readonly what: 'unplugged'; readonly lost: string; readonly using: string }
  /** Unplugged, and there is nothing else of its kind. */
  | { readonly what: 'none-left'; readonly lost: string }
  /** The one that was chosen was not there to begin with. */
  | { readonly what: 'not-there'; readonly using: string }
  /** What is behind me can't be blurred, so that no picture of mine is sent. */
  | { readonly what: 'not-blurred' }
  /** The one that was chosen is there again. */
  | { readonly what: 'back'; readonly using: string }
);

/** The same of one kind of device, which it does not know itself. */
export type KindNews = DeviceNews extends infer News ? (News extends DeviceNews ? Omit<News, 'kind'> : never) : never;

/** What the page says to the worker that blurs. */
export interface BlurOrder {
  /** Counts the orders; words about one carry it. */
  readonly id: number;
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
}

/** What the worker answers: the first blurred picture is out; or why there will be none. */
export type BlurWord =
  | { readonly type: 'blurring'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly detail: string };

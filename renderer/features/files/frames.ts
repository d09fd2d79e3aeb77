/** Bytes in front of those of the file: which stream they belong to, and where in the file. */
export const HEADER_BYTES = 8;

/** A piece of a file as it travels. */
export function frameOf(stream: number, offset: number, bytes: ArrayBuffer): ArrayBuffer {
  const frame = new Uint8Array(HEADER_BYTES + bytes.byteLength);
  const header = new DataView(frame.buffer);
  header.setUint32(0, stream);
  header.setUint32(4, offset);
  frame.set(new Uint8Array(bytes), HEADER_BYTES);
  return frame.buffer;
}

/** Null for what is too short to be one. */
export function readFrame(
  frame: ArrayBuffer,
): { readonly stream: number; readonly offset: number; readonly bytes: Uint8Array } | null {
  if (frame.byteLength <= HEADER_BYTES) return null;
  const header = new DataView(frame);
  return { stream: header.getUint32(0), offset: header.getUint32(4), bytes: new Uint8Array(frame, HEADER_BYTES) };
}

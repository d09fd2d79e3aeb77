import * as v from 'valibot';

import { FileOffer } from '#protocol/file.ts';

const ID_BYTES = 18;

/** What is said of a file before anybody takes it, with the sum that it must come to. Null where it can't be read. */
export async function offerOf(blob: File): Promise<FileOffer | null> {
  try {
    const sum = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    const offer = v.safeParse(FileOffer, {
      id: base64url(crypto.getRandomValues(new Uint8Array(ID_BYTES))),
      name: blob.name,
      size: blob.size,
      sha256: base64url(new Uint8Array(sum)),
    });
    return offer.success ? offer.output : null;
  } catch (fault) {
    // What the browser says of a file that is gone, or that it may not read.
    if (fault instanceof DOMException) return null;
    throw fault;
  }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

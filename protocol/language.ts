import * as v from 'valibot';

/** The languages that Parley speaks, by their BCP 47 tags. English first: it is the source, and what is fallen back on. */
export const Language = v.picklist(['en', 'de', 'es', 'fr', 'ja', 'ar']);
export type Language = v.InferOutput<typeof Language>;

import * as v from 'valibot';

/** How I look at meetings, from one to the next; what I pinned ends with the meeting. */
export const StageLook = v.strictObject({
  /** `speaker`: whoever speaks is large, the others beside them. */
  mode: v.picklist(['grid', 'speaker']),
  /** My own picture: among the others, in a corner above them, or nowhere. */
  selfView: v.picklist(['grid', 'floating', 'hidden']),
  /** Where it is when it is in a corner; `start` is left where text runs from left to right. */
  corner: v.picklist(['top-start', 'top-end', 'bottom-start', 'bottom-end']),
  /** People without video are not on the stage. */
  hidesQuiet: v.boolean(),
});
export type StageLook = v.InferOutput<typeof StageLook>;

export const FIRST_LOOK: StageLook = { mode: 'grid', selfView: 'grid', corner: 'bottom-end', hidesQuiet: false };

// Loaded before a server's own code: collects its garbage when asked, so that memory in use is what is measured.
import { answerQuestions } from '../remote.ts';

answerQuestions({
  collect: () => {
    const { gc } = globalThis;
    if (!gc) throw new Error('started without --expose-gc');
    // Twice: what the first round lets go of can hold more.
    gc();
    gc();
  },
});
// The server ends when it wants to, not when nobody asks any more.
process.channel?.unref();

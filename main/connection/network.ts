/** What reaches other machines, in a file of its own: the first picture needs none of it. */
export { postJson } from './post.ts';
export { openSocket } from './socket.ts';

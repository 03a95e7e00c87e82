/** Where the command line writes; the tests hand in their own. */
export interface Streams {
  out: NodeJS.WritableStream;
  error: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
}

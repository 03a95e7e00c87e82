import { SCHEME } from '../contract';

/** Where the interface itself comes from; nothing else may run in the window. */
export const APP_ORIGIN = `${SCHEME}://app/`;
export const START_ADDRESS = `${APP_ORIGIN}index.html`;

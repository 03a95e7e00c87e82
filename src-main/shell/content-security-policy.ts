/** For the interface: only its own files, images of the catalogue, and nothing that is made out of text. */
export const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Svelte and the virtual lists set style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' oeuvre: data: blob:",
  "font-src 'self'",
  "connect-src 'self' oeuvre:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For the user's own files: pictures to look at, never documents that run. */
export const IMAGE_POLICY = "default-src 'none'; sandbox";

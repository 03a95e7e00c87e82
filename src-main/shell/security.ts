import { app, session, type WebContents } from 'electron';
import { START_ADDRESS } from './addresses';

const OWN_SCHEMES = ['oeuvre:', 'devtools:', 'data:', 'blob:'];

/**
 * Switches that must be set before Chromium starts: no lookups, no updates, no reports. The application has
 * no business on a network, so that no name resolves is the second lock behind `denyNetwork`.
 */
export function switchNetworkOff(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch(
    'disable-features',
    'AutofillServerCommunication,MediaRouter,OptimizationHints',
  );
}

function denyNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !OWN_SCHEMES.some((scheme) => details.url.startsWith(scheme)) });
  });
}

function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) =>
    decide(false),
  );
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (url !== START_ADDRESS) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Locks that need a session: no network, no permission, no navigation, no further window. */
export function lockDown(): void {
  denyNetwork();
  denyPermissions();
  session.defaultSession.setSpellCheckerLanguages([]);
  session.defaultSession.setSpellCheckerEnabled(false);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

'use strict';

// Stands in for Electron's own default_app.asar in the development runtime from the npm registry:
// starts the application whose folder is the first argument that is not a switch.
const { join, resolve } = require('node:path');
const { app } = require('electron');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = resolve(given ?? '.');
const manifest = require(join(folder, 'package.json'));

process.defaultApp = true;
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
require(join(folder, manifest.main));

#!/usr/bin/env node
// Stands here, and not in dist, so that npm finds it before anything is built. An older Node could not read what is there.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 20 || (major === 20 && minor >= 19)) {
  require('../dist/create-cmdlet.cjs');
} else {
  console.error(`create-cmdlet needs Node 20.19 or later, and this is ${process.version}.`);
  process.exitCode = 1;
}

/** What the initialization script of an example makes known to the script: puts a function on the global object. */
globalThis.shout = (text) => `${text.toUpperCase()}!`;

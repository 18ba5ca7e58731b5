/** What `require` gets: the same classes as `import`. */
export * from './index.js';

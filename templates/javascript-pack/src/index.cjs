/** What `require` gets: the same classes as `import`. */
module.exports = require('./index.js');

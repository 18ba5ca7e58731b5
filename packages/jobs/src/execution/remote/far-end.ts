/**
 * What the `node` of the other computer is told to run. It stands between `"` on a command line that any shell may read,
 * so it has no `"`, `$`, `\`, backtick, `!` or `%`.
 *
 * It says {@link READY}, takes the entry of jobs from standard input — a line with its length, then so many bytes, gzipped —
 * and runs it in a process group of its own, whose descriptors 3 and 4 it joins to standard input and output: what a job's
 * programs print never gets between the frames, but to standard error. It ends as the job's process ends, and then, or one
 * second after its own input has ended, kills what is left of the group: nothing is orphaned when a connection is cut,
 * and no job, however busy, survives it.
 */
export const farEndProgram = [
  `const i=process.stdin,o=process.stdout,e=process.stderr,L=String.fromCharCode(10);`,
  `o.write('@cmdlet/jobs '+process.version+L);`,
  `let b=Buffer.alloc(0);`,
  `const f=c=>{b=Buffer.concat([b,c]);const n=b.indexOf(10),z=n+1+Number(b.subarray(0,n<0?0:n));`,
  `if(n<0||b.length<z)return;i.off('data',f);i.pause();g(b.subarray(n+1,z),b.subarray(z))};`,
  `i.on('data',f);`,
  `const g=(s,r)=>{`,
  `const p=require('child_process').spawn(process.execPath,['-'],{detached:true,stdio:['pipe','pipe','pipe','pipe','pipe']}),d=p.stdio[3],u=p.stdio[4];`,
  `const k=()=>{try{process.kill(-p.pid,'SIGKILL')}catch{p.kill('SIGKILL')}};`,
  `for(const t of[i,o,e,d,u,p.stdin])t.on('error',()=>{});`,
  `p.stdin.end(require('zlib').gunzipSync(s));`,
  `d.write(r);i.pipe(d);d.resume();u.pipe(o,{end:false});p.stdout.pipe(e,{end:false});p.stderr.pipe(e,{end:false});`,
  `i.on('close',()=>setTimeout(k,1000));`,
  `for(const q of['SIGTERM','SIGHUP','SIGINT'])process.on(q,()=>{k();process.exit(1)});`,
  `p.on('exit',k);`,
  `p.on('close',(c,q)=>{const x=c??128+require('os').constants.signals[q];o.end(()=>process.exit(x))});`,
  `};`,
].join('');

/** What the far end says first, followed by the version of its Node. What came before was printed by the shell there. */
export const READY = '@cmdlet/jobs v';

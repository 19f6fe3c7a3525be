// Whether the person looks at some page of ours in this browser. Each page in front holds a lock, which all of them can see.

const LOCK = 'agentinbox-front';
let release = null;

const isHere = () => document.visibilityState === 'visible' && document.hasFocus();

function look() {
  if (!navigator.locks) return;
  if (!isHere()) {
    release?.();
    release = null;
  } else if (!release) {
    let leave = () => {};
    const left = new Promise((done) => { leave = done; });
    release = leave;
    navigator.locks.request(LOCK, { mode: 'shared' }, () => left);
  }
}

/** Returns a promise of whether no page of ours is in front. Without locks, which need a secure page, each page knows of itself alone. */
export async function isAway() {
  if (isHere()) return false;
  if (!navigator.locks) return true;
  return !(await navigator.locks.query()).held.some(({ name }) => name === LOCK);
}

for (const change of ['focus', 'blur', 'pageshow']) window.addEventListener(change, look);
document.addEventListener('visibilitychange', look);
look();

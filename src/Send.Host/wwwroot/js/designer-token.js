// The bearer token that Studio and our scripts on its pages work with: fetched with the cookie of the page, kept in memory only, renewed before it ends.
const soonest = 1_000;

export class SessionEnded extends Error {}

let token = null;
let ends = 0;
let timer = 0;

export function currentToken() {
  return token;
}

async function mint() {
  const answer = await fetch('/designer/token', { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store', redirect: 'manual' });
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
    throw new SessionEnded();
  }
  if (!answer.ok) {
    throw new Error(`The token was refused with ${answer.status}.`);
  }
  const { accessToken, expiresIn } = await answer.json();
  token = accessToken;
  ends = performance.now() + expiresIn * 1000;
  return expiresIn * 1000;
}

/** Fetches a token and keeps it fresh: `renewed` gets each later one, `ended` is called when the person is not signed in any more. */
export async function keepToken(renewed, ended) {
  const schedule = life => {
    clearTimeout(timer);
    timer = setTimeout(renew, Math.max(soonest, life * 0.6));
  };
  const renew = async () => {
    try {
      const life = await mint();
      renewed(token);
      schedule(life);
    } catch (fault) {
      if (fault instanceof SessionEnded) {
        ended();
      } else {
        schedule(soonest * 10);
      }
    }
  };
  // Timers sleep with the machine: look again when somebody comes back.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() > ends - 30_000) {
      clearTimeout(timer);
      renew();
    }
  });
  schedule(await mint());
  return token;
}

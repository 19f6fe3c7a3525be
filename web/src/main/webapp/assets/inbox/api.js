// The REST calls of the inbox. A 401 means that the person has to sign in again.

export class SignedOut extends Error {}

/** `answers` has responses by path that came with the page; each is used for the first call only. */
export function createApi(context, answers = {}) {
  async function get(path, cache = 'no-store') {
    if (path in answers) {
      const answer = answers[path];
      delete answers[path];
      return answer;
    }
    const answer = await fetch(`${context}/api/v1/${path}`, { headers: { Accept: 'application/json' }, cache });
    if (answer.status === 401) throw new SignedOut();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }
  async function post(path, body) {
    const answer = await fetch(`${context}/api/v1/${path}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    if (answer.status === 401) throw new SignedOut();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  }
  const transcript = (id) => `${context}/api/v1/conversations/${encodeURIComponent(id)}/transcript.txt`;
  return {
    me: () => get('me'),
    conversations(scope, before) {
      const query = new URLSearchParams({ scope, limit: '30' });
      if (before) query.set('before', before);
      return get(`conversations?${query}`);
    },
    // The browser keeps this response and asks the server whether it has changed.
    answers: () => get('answers', 'no-cache'),
    search(criteria, before) {
      const query = new URLSearchParams({ limit: '30' });
      for (const [name, value] of Object.entries({ ...criteria, before })) if (value) query.set(name, value);
      return get(`conversations/search?${query}`);
    },
    mentionCandidates: (id) => get(`conversations/${encodeURIComponent(id)}/mention-candidates`),
    mentionsSeen: (upTo) => post('mentions/seen', { upTo }),
    missedSeen: (upTo) => post('missed/seen', { upTo }),
    async join(id, joined) {
      const answer = await fetch(`${context}/api/v1/conversations/${encodeURIComponent(id)}/join`, { method: joined ? 'PUT' : 'DELETE' });
      if (answer.status === 401) throw new SignedOut();
      if (!answer.ok) throw new Error(`join: ${answer.status}`);
      return answer.json();
    },
    wrapUpChoices: () => get('conversations/wrap-up-choices'),
    transcript,
  };
}

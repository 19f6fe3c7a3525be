// The REST calls of the calendar card. The visitor is identified by the token that the chat has stored.

const DAY = 86_400_000;

class Refused extends Error {
  constructor(status, problem) {
    super(problem.title || String(status));
    this.status = status;
    this.code = problem.title;
    this.detail = problem.detail || '';
  }
}

export function createCalls(kit) {
  async function call(method, path, body) {
    const answer = await fetch(new URL(`api/v1/${path}`, kit.server), {
      method, cache: 'no-store', credentials: 'omit',
      headers: { authorization: `Bearer ${kit.token()}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      throw new Refused(answer.status, told);
    }
    return told;
  }

  return {
    slots(agentId, from, days) {
      const to = new Date(from.getTime() + days * DAY);
      return call('GET', `calendars/${agentId}/slots?${new URLSearchParams({ from: from.toISOString(), to: to.toISOString() })}`);
    },
    meetings: conversationId => call('GET', `meetings?conversation=${conversationId}`).then(told => told.meetings),
    book: wish => call('POST', 'meetings', wish),
    move: (id, start) => call('PUT', `meetings/${id}`, { start }),
    cancel: id => call('DELETE', `meetings/${id}`),
  };
}

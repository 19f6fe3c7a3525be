/**
 * Canned answers: texts that agents send again and again, found by a shortcut. Shared ones are the sales admins', personal ones are each
 * agent's own.
 *
 * <p>Invariants: a shortcut exists once among the shared answers and once among each person's; a text holds no placeholder that nobody
 * could fill; an import stores the whole file or nothing of it.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link CannedAnswer}, {@link CannedAnswers}, {@link AnswerFile}, {@link Placeholders}.
 */
package org.agentinbox.answer;

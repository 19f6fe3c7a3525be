/**
 * Canned answers: texts that agents send repeatedly, found by a shortcut. Sales admins manage the shared ones, each agent their personal
 * ones.
 *
 * <p>Invariants: a shortcut exists once among the shared answers and once among each agent's own; a text contains no unknown placeholder;
 * an import stores the whole file or nothing of it.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link CannedAnswer}, {@link CannedAnswers}, {@link AnswerFile}, {@link Placeholders}.
 */
package org.agentinbox.answer;

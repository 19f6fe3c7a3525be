/**
 * Canned answers: the page that manages them, and REST for the composer, import and export.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link AnswersPage}, {@link AnswersResource}.
 */
package org.agentinbox.web.answer;

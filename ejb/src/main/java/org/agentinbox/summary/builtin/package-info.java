/**
 * The built-in method of writing summaries, which needs no service. It cuts the turns into sentences, weighs them, and puts the best ones
 * into the third person. It supports English and Korean, and quotes other languages.
 *
 * <p>Invariants: the same turns give the same summary; nothing is stated that was not said; the time is bounded for any text.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link BuiltInSummariser}, {@link Dialogue}, {@link Sentence}, {@link TextCleaner}, {@link Language} with
 * {@link English} and {@link Korean}, {@link Composer}, {@link Salience}; then {@link TopicFinder}, {@link FactFinder}.
 */
package org.agentinbox.summary.builtin;

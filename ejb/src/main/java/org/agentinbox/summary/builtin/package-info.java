/**
 * The built-in way to write summaries, without any service: cuts the turns into sentences, weighs them, and retells the best in the third
 * person. It knows English and Korean, and quotes other languages.
 *
 * <p>Invariants: the same turns give the same summary; nothing is stated that was not said; the time is bounded for whatever text.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link BuiltInSummariser}, {@link Dialogue}, {@link Sentence}, {@link TextCleaner}, {@link Language} with
 * {@link English} and {@link Korean}, {@link Composer}, {@link Salience}; then {@link TopicFinder}, {@link FactFinder}.
 */
package org.agentinbox.summary.builtin;

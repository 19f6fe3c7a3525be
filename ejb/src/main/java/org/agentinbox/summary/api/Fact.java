package org.agentinbox.summary.api;

/**
 * A detail from the conversation: a date, a time, a number, a name, a choice.
 *
 * @param value as the visitor or the agent wrote it; times and numbers in one notation
 * @param seq the message that it comes from
 */
public record Fact(String value, int seq) {}

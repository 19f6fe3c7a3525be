package org.agentinbox.account;

/**
 * A failure that was counted.
 *
 * @param subject for what
 * @param number which one of the subject's it is, from 1
 */
record CountedFailure(FailureSubject subject, int number) {}

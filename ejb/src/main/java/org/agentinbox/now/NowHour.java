package org.agentinbox.now;

/**
 * The chats that were requested in an hour of the present day.
 *
 * @param hour of the clock, 0 to 23; an hour that a day has twice counts both
 * @param requested how many
 * @param connected of these, how many an agent accepted
 */
public record NowHour(int hour, int requested, int connected) {}

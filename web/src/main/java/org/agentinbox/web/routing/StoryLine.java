package org.agentinbox.web.routing;

import java.io.Serializable;
import java.util.List;

/**
 * A step of a story in words.
 *
 * @param time when it happened, or null
 * @param text what happened
 * @param details what it consists of, such as a rule's conditions or the agents who were looked at
 * @param good whether it brought an agent
 */
public record StoryLine(String time, String text, List<String> details, boolean good) implements Serializable {}

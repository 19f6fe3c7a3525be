package org.agentinbox.web.audit;

import java.io.Serializable;

/**
 * A member that changed, in words.
 *
 * @param before what it was, or null for nothing
 * @param after what it is, or null for nothing
 */
public record ChangeLine(String field, String before, String after) implements Serializable {}

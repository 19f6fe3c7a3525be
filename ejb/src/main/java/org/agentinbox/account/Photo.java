package org.agentinbox.account;

/**
 * A picture of a person.
 *
 * @param mediaType such as {@code image/png}
 * @param content its bytes
 */
public record Photo(String mediaType, byte[] content) {}

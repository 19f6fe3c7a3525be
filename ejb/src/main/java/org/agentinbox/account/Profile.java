package org.agentinbox.account;

/**
 * What people say of themselves.
 *
 * @param displayName what colleagues and visitors read, 200 characters at most; null or blank: the user name
 * @param title what visitors read beside it, 100 characters at most, or null
 * @param locale {@code en} or {@code ko}, or null: what the browser asks for
 * @param enterSends whether Enter sends a message; where it does not, Ctrl+Enter does
 */
public record Profile(String displayName, String title, String locale, boolean enterSends) {}

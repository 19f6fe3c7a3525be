package org.agentinbox.visitor;

/** What a visitor says of themselves. A field that is null leaves what is known unchanged. */
public record VisitorClaims(String name, String jobTitle, String email, String phone, String company) {}

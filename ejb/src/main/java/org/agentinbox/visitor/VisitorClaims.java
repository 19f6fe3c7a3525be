package org.agentinbox.visitor;

/** What a visitor says of themselves. Null: says nothing of it, what is known stays. */
public record VisitorClaims(String name, String jobTitle, String email, String phone, String company) {}

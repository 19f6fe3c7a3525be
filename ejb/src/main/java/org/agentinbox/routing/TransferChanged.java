package org.agentinbox.routing;

/** A transfer was begun, or something came of it. */
public record TransferChanged(TransferView transfer) {}

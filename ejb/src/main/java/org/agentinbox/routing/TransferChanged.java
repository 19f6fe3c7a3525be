package org.agentinbox.routing;

/** A transfer was begun, or its state has changed. */
public record TransferChanged(TransferView transfer) {}

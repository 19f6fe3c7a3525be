package org.agentinbox.it.fuzz;

/** A piece of JSON that is written as it stands, be it JSON or not. */
record Raw(String json) {}

package org.agentinbox.now;

import java.util.UUID;

/** A team by which the page can be filtered. */
public record NowTeam(UUID id, String name) {}

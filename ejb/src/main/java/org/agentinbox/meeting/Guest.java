package org.agentinbox.meeting;

import java.util.UUID;

/** The visitor who books, as they are known at that moment. */
record Guest(UUID visitorId, String name, String email, String company, String locale, String timeZone) {}

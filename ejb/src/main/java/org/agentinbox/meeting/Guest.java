package org.agentinbox.meeting;

import java.util.UUID;

/** The visitor who books, with what was known at that moment. */
record Guest(UUID visitorId, String name, String email, String company, String locale, String timeZone) {}

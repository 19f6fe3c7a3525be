package org.agentinbox.web.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API, under {@code /inbox/api/v1}. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}

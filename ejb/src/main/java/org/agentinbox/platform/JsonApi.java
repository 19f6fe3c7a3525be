package org.agentinbox.platform;

import jakarta.json.spi.JsonProvider;

/**
 * The provider that makes and reads JSON. The static methods of {@link jakarta.json.Json} look it up among the services of the deployment
 * at each call, which takes longer than to make most documents.
 */
public final class JsonApi {

    /** Found once; safe for use by many threads. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonApi() {}
}

package org.agentinbox.it.container;

import java.util.concurrent.Callable;

import jakarta.annotation.security.PermitAll;

/** Calls code with a role; each subclass has one role. */
@PermitAll
abstract class As {

    public <T> T call(Callable<T> call) throws Exception {
        return call.call();
    }
}

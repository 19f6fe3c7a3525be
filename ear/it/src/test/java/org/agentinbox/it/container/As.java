package org.agentinbox.it.container;

import java.util.concurrent.Callable;

import jakarta.annotation.security.PermitAll;

/** Calls as somebody: each subclass with one role. */
@PermitAll
abstract class As {

    /** @return what the call gave */
    public <T> T call(Callable<T> call) throws Exception {
        return call.call();
    }
}

package org.agentinbox.platform.outbound;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Tells from an exception of the HTTP client what went wrong. */
final class OutboundProblems {

    private OutboundProblems() {}

    static OutboundException of(String host, Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof OutboundException known) {
                return known;
            }
        }
        for (Throwable e = failure; e != null; e = e.getCause()) {
            Problem problem = problem(e);
            if (problem != null) {
                return new OutboundException(problem, host + ": " + problem, failure);
            }
        }
        return new OutboundException(Problem.CUT_OFF, host + ": " + Problem.CUT_OFF, failure);
    }

    /** @return null where the exception alone does not say it */
    private static Problem problem(Throwable e) {
        if (e instanceof SSLException) {
            return Problem.TLS;
        }
        if (e instanceof UnknownHostException || e instanceof ConnectException || e instanceof ConnectTimeoutException
            || e instanceof NoRouteToHostException) {
            return Problem.UNREACHABLE;
        }
        if (e instanceof SocketTimeoutException) {
            return Problem.SLOW;
        }
        if (e instanceof MessageConstraintException) {
            return Problem.TOO_LARGE;
        }
        return e instanceof HttpException ? Problem.NO_HTTP : null;
    }
}

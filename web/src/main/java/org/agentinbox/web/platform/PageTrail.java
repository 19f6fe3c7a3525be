package org.agentinbox.web.platform;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where somebody is in a list that is read part by part, and the way back. */
public final class PageTrail implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Where the parts behind the first one begin, the present one's on top. */
    private final Deque<String> begins = new ArrayDeque<>();
    private String next;

    /** @return where the present part begins; null for the first one */
    public String begin() {
        return begins.peek();
    }

    /** @param nextOrNull where the part after the present one begins; null where there is none */
    public void loaded(String nextOrNull) {
        next = nextOrNull;
    }

    /** Goes on, where another part follows. */
    public void forward() {
        if (next != null) {
            begins.push(next);
        }
    }

    /** Goes back, where this is not the first part. */
    public void back() {
        begins.poll();
    }

    /** Goes to the first part. */
    public void restart() {
        begins.clear();
    }

    /** @return whether another part follows */
    public boolean isMore() {
        return next != null;
    }

    /** @return whether there is a part before */
    public boolean isFurther() {
        return !begins.isEmpty();
    }
}

package org.agentinbox.web.platform;

/**
 * Puts the parts of a frame together as they come, up to 64 KiB. The container's own limit holds only for what arrives in
 * one go: a frame that comes slowly would be buffered whatever its size.
 */
public final class FrameParts {

    private static final int MOST_BYTES = 65_536;

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /**
     * @param part what came next
     * @return whether the frame is still within the limit; once it is not, nothing of it is kept
     */
    public boolean add(String part) {
        for (int i = 0; i < part.length() && bytes <= MOST_BYTES; i++) {
            bytes += utf8Length(part.charAt(i));
        }
        if (bytes > MOST_BYTES) {
            text.setLength(0);
            return false;
        }
        text.append(part);
        return true;
    }

    /** Half of a surrogate pair is two of the four bytes that both need. */
    private static int utf8Length(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    /** @return the whole frame; the next part begins another one */
    public String take() {
        String whole = text.toString();
        text.setLength(0);
        bytes = 0;
        return whole;
    }
}

package org.agentinbox.web.platform;

/**
 * Joins the parts of a frame as they arrive, up to 64 KiB. The container's own limit covers only what arrives at once; a frame in many
 * parts would be buffered whatever its size.
 */
public final class FrameParts {

    private static final int MOST_BYTES = 65_536;

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /**
     * @param part the next part
     * @return whether the frame is still within the limit; once it is not, its parts are dropped
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

    /** The length in UTF-8. A surrogate pair takes four bytes, so each half counts as two. */
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

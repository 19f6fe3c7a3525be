package org.agentinbox.account;

/**
 * The square of a picture that is kept, in pixels of the picture as it is shown, upright. What is outside of the picture is moved into it.
 *
 * @param x from the left
 * @param y from the top
 * @param size of each side
 */
public record PhotoCrop(int x, int y, int size) {

    /** @return the largest square in the middle */
    static PhotoCrop centre(int width, int height) {
        int size = Math.min(width, height);
        return new PhotoCrop((width - size) / 2, (height - size) / 2, size);
    }

    /** @return the nearest that is inside of a picture */
    PhotoCrop within(int width, int height) {
        int fitting = clamp(size, 1, Math.min(width, height));
        return new PhotoCrop(clamp(x, 0, width - fitting), clamp(y, 0, height - fitting), fitting);
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(value, most));
    }
}

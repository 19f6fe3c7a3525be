package org.agentinbox.account;

/**
 * How a picture lies in its file, by Exif: cameras do not turn the pixels.
 *
 * @param code 1 (upright) to 8
 */
record PhotoOrientation(int code) {

    static final PhotoOrientation UPRIGHT = new PhotoOrientation(1);

    /** Where something is in the file. */
    record Place(int x, int y) {}

    PhotoOrientation {
        if (code < 1 || code > 8) {
            throw new IllegalArgumentException("No orientation: " + code);
        }
    }

    /** @return whether width and height are exchanged */
    boolean isTurned() {
        return code > 4;
    }

    /**
     * @param square of the picture as it is shown
     * @param width of the picture in its file
     * @param height the same
     * @return where the square begins in the file
     */
    Place inFile(PhotoCrop square, int width, int height) {
        int x = switch (code) {
            case 1, 4 -> square.x();
            case 2, 3 -> width - square.x() - square.size();
            case 5, 6 -> square.y();
            default -> width - square.y() - square.size();
        };
        int y = switch (code) {
            case 1, 2 -> square.y();
            case 3, 4 -> height - square.y() - square.size();
            case 5, 8 -> square.x();
            default -> height - square.x() - square.size();
        };
        return new Place(x, y);
    }
}

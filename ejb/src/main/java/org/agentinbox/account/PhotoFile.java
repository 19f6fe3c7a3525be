package org.agentinbox.account;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a file says of itself before anything is decoded.
 *
 * @param kind told by the content, never by a name
 * @param content the whole file
 * @param orientation of the picture in it
 */
record PhotoFile(Kind kind, byte[] content, PhotoOrientation orientation) {

    /** Pictures that are taken. */
    enum Kind {
        JPEG("jpeg", "image/jpeg"), PNG("png", "image/png");

        private final String format;
        private final String mediaType;

        Kind(String format, String mediaType) {
            this.format = format;
            this.mediaType = mediaType;
        }

        /** By the name that the platform has for it. */
        String format() {
            return format;
        }

        String mediaType() {
            return mediaType;
        }
    }

    static final int MOST_BYTES = 5_000_000;
    /** Cameras write up to ten or so; each costs as much time as a whole picture. */
    private static final int MOST_SCANS = 100;
    private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_IEND = 0x49454E44;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int EXIF_ORIENTATION = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    /**
     * @param content what was sent
     * @return it, as far as it is complete and of a kind that is taken
     * @throws PhotoRefusedException {@link PhotoProblem#EMPTY}, {@link PhotoProblem#TOO_LARGE}, {@link PhotoProblem#OTHER_KIND},
     *     {@link PhotoProblem#UNREADABLE}
     */
    static PhotoFile of(byte[] content) {
        if (content.length == 0) {
            throw new PhotoRefusedException(PhotoProblem.EMPTY);
        }
        if (content.length > MOST_BYTES) {
            throw new PhotoRefusedException(PhotoProblem.TOO_LARGE);
        }
        try {
            if (content.length > 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xD8 && (content[2] & 0xFF) == 0xFF) {
                return new PhotoFile(Kind.JPEG, content, walkJpeg(ByteBuffer.wrap(content)));
            }
            if (content.length > PNG_BEGIN.length && Arrays.equals(PNG_BEGIN, 0, PNG_BEGIN.length, content, 0, PNG_BEGIN.length)) {
                walkPng(ByteBuffer.wrap(content));
                return new PhotoFile(Kind.PNG, content, PhotoOrientation.UPRIGHT);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw new PhotoRefusedException(PhotoProblem.UNREADABLE);
        }
        throw new PhotoRefusedException(PhotoProblem.OTHER_KIND);
    }

    /** The decoder fills what is missing of a JPEG with grey, and says nothing: so the end is looked for here. */
    private static PhotoOrientation walkJpeg(ByteBuffer file) {
        PhotoOrientation orientation = PhotoOrientation.UPRIGHT;
        file.position(2);
        while (true) {
            int marker = nextMarker(file);
            if (marker == START_OF_SCAN) {
                requireEnd(file);
                return orientation;
            }
            int length = Short.toUnsignedInt(file.getShort()) - Short.BYTES;
            if (marker == APP1 && startsWithExif(file, length)) {
                orientation = orientation(file.slice(file.position() + EXIF.length, length - EXIF.length));
            }
            file.position(file.position() + length);
        }
    }

    private static int nextMarker(ByteBuffer file) {
        int first = file.get() & 0xFF;
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = file.get() & 0xFF;
        }
        if (first != 0xFF) {
            throw new IllegalArgumentException("No marker where there must be one.");
        }
        return marker;
    }

    /** In the data of a scan FF is followed by 0, so that what looks like the end is one. */
    private static void requireEnd(ByteBuffer file) {
        int scans = 1;
        for (int last = 0;;) {
            int next = file.get() & 0xFF;
            if (last == 0xFF && next == END_OF_IMAGE) {
                return;
            }
            if (last == 0xFF && next == START_OF_SCAN && ++scans > MOST_SCANS) {
                throw new IllegalArgumentException("More scans than any camera writes.");
            }
            last = next;
        }
    }

    private static boolean startsWithExif(ByteBuffer file, int length) {
        return length > EXIF.length && file.remaining() >= length && file.slice(file.position(), EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static PhotoOrientation orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            for (int i = 0; i < Short.toUnsignedInt(tiff.getShort(directory)); i++) {
                int entry = directory + Short.BYTES + i * 12;
                if (tiff.getShort(entry) == EXIF_ORIENTATION) {
                    return new PhotoOrientation(tiff.getShort(entry + 8));
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // Programs that cut pictures leave such remains; the picture itself may be whole.
            return PhotoOrientation.UPRIGHT;
        }
        return PhotoOrientation.UPRIGHT;
    }

    private static void walkPng(ByteBuffer file) {
        file.position(PNG_BEGIN.length);
        while (true) {
            int length = file.getInt();
            if (file.getInt() == CHUNK_IEND) {
                return;
            }
            file.position(Math.addExact(file.position(), Math.addExact(length, Integer.BYTES)));
        }
    }
}

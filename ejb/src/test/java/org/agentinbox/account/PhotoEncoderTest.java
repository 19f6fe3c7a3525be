package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that only pixels come through, and nothing but JPEG and PNG files of a sensible size. */
class PhotoEncoderTest {

    @ParameterizedTest
    @CsvSource({"jpeg, image/jpeg", "png, image/png"})
    void theSquareIsSmallAndOfTheSameKind(String format, String mediaType) {
        for (int[] size : new int[][]{{1, 1}, {3, 900}, {256, 256}, {300, 200}, {4_000, 3_000}}) {
            Photo photo = encoded(Pictures.of(format, size[0], size[1]), null);
            BufferedImage image = Pictures.read(photo.content());
            assertEquals(mediaType, photo.mediaType());
            assertEquals(256, image.getWidth());
            assertEquals(256, image.getHeight());
        }
    }

    @Test
    void withoutACropItIsTheMiddle() {
        BufferedImage image = Pictures.read(encoded(Pictures.of("png", 3_000, 1_000), null).content());
        assertColour(Color.RED, image, 20, 128);
        assertColour(Color.GREEN, image, 236, 20);
        assertColour(Color.BLUE, image, 236, 236);
    }

    @Test
    void theCropIsWhatWasChosenAndStaysInside() {
        byte[] file = Pictures.of("png", 3_000, 1_000);
        BufferedImage right = Pictures.read(encoded(file, new PhotoCrop(2_000, 500, 400)).content());
        assertColour(Color.BLUE, right, 5, 5);
        assertColour(Color.BLUE, right, 250, 250);
        BufferedImage outside = Pictures.read(encoded(file, new PhotoCrop(99_999, 99_999, 100)).content());
        assertColour(Color.BLUE, outside, 128, 128);
        assertColour(Color.RED, Pictures.read(encoded(file, new PhotoCrop(0, 0, 0)).content()), 128, 128);
    }

    /** Where the red left half of the file is seen, by what the orientation says. */
    @ParameterizedTest
    @CsvSource({"1, 20, 128", "2, 236, 128", "3, 236, 128", "4, 20, 128", "5, 128, 20", "6, 128, 20", "7, 128, 236", "8, 128, 236"})
    void itIsUpright(int orientation, int x, int y) {
        byte[] file = Pictures.withExif(Pictures.of("jpeg", 600, 600), orientation);
        BufferedImage image = Pictures.read(encoded(file, null).content());
        assertColour(Color.RED, image, x, y);
    }

    /** The square is chosen in the picture as it is shown: turned, the green quarter is at the lower right. */
    @Test
    void theCropIsOfThePictureAsItIsShown() {
        byte[] file = Pictures.withExif(Pictures.of("jpeg", 800, 400), 6);
        BufferedImage image = Pictures.read(encoded(file, new PhotoCrop(220, 500, 160)).content());
        assertColour(Color.GREEN, image, 20, 20);
        assertColour(Color.GREEN, image, 236, 236);
    }

    @Test
    void nothingButPixelsComesThrough() {
        byte[] camera = Pictures.withExif(Pictures.of("jpeg", 400, 300), 1);
        byte[] drawn = Pictures.withText(Pictures.of("png", 400, 300), Pictures.PLACE);
        for (byte[] file : new byte[][]{camera, drawn}) {
            assertTrue(text(file).contains(Pictures.PLACE));
            String kept = text(encoded(file, null).content());
            assertFalse(kept.contains(Pictures.PLACE));
            assertFalse(kept.contains("Exif"));
            assertFalse(kept.contains("tEXt"));
        }
    }

    @Test
    void whatFollowsThePictureDoesNotComeThroughEither() {
        byte[] png = Pictures.of("png", 300, 300);
        byte[] file = Arrays.copyOf(png, png.length + 8);
        System.arraycopy("<script>".getBytes(StandardCharsets.US_ASCII), 0, file, png.length, 8);
        assertFalse(text(encoded(file, null).content()).contains("<script>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<!DOCTYPE html><html><body>named .png</body></html>", "GIF89a\u0001\u0000\u0001\u0000", "RIFF\u0010\u0000\u0000\u0000WEBPVP8 ",
        "x"})
    void otherKindsAreRefused(String content) {
        assertRefused(PhotoProblem.OTHER_KIND, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first has 100 million pixels, the last few in all, but rows of 160 MB. */
    @ParameterizedTest
    @CsvSource({"10000, 10000", "2000000000, 2000000000", "6325, 6325", "20001, 1", "1, 20001", "40000000, 1"})
    void manyPixelsAreRefusedBeforeTheyAreDecoded(int width, int height) {
        assertRefused(PhotoProblem.TOO_MANY_PIXELS, Pictures.pngOfSize(width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void anEndThatIsMissingIsRefused(String format) {
        byte[] file = Pictures.of(format, 500, 400);
        for (int length : new int[]{9, 40, file.length / 2, file.length - 13}) {
            assertRefused(PhotoProblem.UNREADABLE, Arrays.copyOf(file, length));
        }
    }

    @Test
    void pixelsThatAreMissingAreRefused() {
        assertRefused(PhotoProblem.UNREADABLE, Pictures.pngOfSize(100, 100));
        assertRefused(PhotoProblem.UNREADABLE, Pictures.pngOfSize(-1, 100));
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertRefused(PhotoProblem.EMPTY, new byte[0]);
        byte[] jpeg = Pictures.of("jpeg", 300, 300);
        assertEquals("image/jpeg", encoded(Arrays.copyOf(jpeg, 5_000_000), null).mediaType());
        assertRefused(PhotoProblem.TOO_LARGE, Arrays.copyOf(jpeg, 5_000_001));
    }

    private static Photo encoded(byte[] file, PhotoCrop crop) {
        return PhotoEncoder.encoded(PhotoFile.of(file), crop);
    }

    private static void assertRefused(PhotoProblem problem, byte[] file) {
        assertEquals(problem, assertThrows(PhotoRefusedException.class, () -> encoded(file, null)).problem());
    }

    private static void assertColour(Color expected, BufferedImage image, int x, int y) {
        Color is = new Color(image.getRGB(x, y));
        int off = Math.abs(is.getRed() - expected.getRed()) + Math.abs(is.getGreen() - expected.getGreen())
            + Math.abs(is.getBlue() - expected.getBlue());
        assertTrue(off < 30, x + "," + y + " is " + is);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

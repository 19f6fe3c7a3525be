package org.agentinbox.account;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a small square picture of what came from outside. Nothing but pixels is taken over: no place, no time, no camera, no colour
 * profile.
 */
@ApplicationScoped
class PhotoEncoder {

    static final int SIDE = 256;
    static final long MOST_PIXELS = 40_000_000;
    static final int LONGEST_SIDE = 20_000;
    /** Pixels are left out while reading where the square has more of them, so that a large picture needs little memory. */
    private static final int ENOUGH = 4 * SIDE;
    private static final float QUALITY = 0.9f;

    /** One at a time: a large picture takes a second of a processor. */
    private final Semaphore permits = new Semaphore(1);
    @Resource
    private TransactionSynchronizationRegistry transactions;

    /**
     * @param content a JPEG or PNG file
     * @param crop the square that is kept; null for the largest in the middle
     * @return it, 256 pixels wide and high, upright, in the file's kind
     * @throws PhotoRefusedException where it is no such file, too large or damaged
     * @throws RefusedException {@link Refusal#BUSY}
     */
    Photo encode(byte[] content, PhotoCrop crop) {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("A picture is decoded inside a transaction, which would hold its connection meanwhile.");
        }
        PhotoFile file = PhotoFile.of(content);
        if (!permits.tryAcquire()) {
            throw new RefusedException(Refusal.BUSY, "The server reads another picture: try again in a few seconds.");
        }
        try {
            return encoded(file, crop);
        } finally {
            permits.release();
        }
    }

    static Photo encoded(PhotoFile file, PhotoCrop crop) {
        try {
            return new Photo(file.kind().mediaType(), write(file.kind(), upright(square(file, crop), file.orientation())));
        } catch (PhotoRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders have exceptions of many kinds for files that are not as they should be.
            throw new PhotoRefusedException(PhotoProblem.UNREADABLE);
        }
    }

    private static BufferedImage square(PhotoFile file, PhotoCrop crop) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(file.kind().format()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.content()))) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            Rectangle region = region(reader.getWidth(0), reader.getHeight(0), file.orientation(), crop);
            int step = Math.max(1, region.width / ENOUGH);
            param.setSourceRegion(region);
            param.setSourceSubsampling(step, step, 0, 0);
            return scaled(reader.read(0, param), file.kind());
        } finally {
            reader.dispose();
        }
    }

    /** From the header alone, so that nothing is decoded of a picture that is too large. */
    private static Rectangle region(int width, int height, PhotoOrientation orientation, PhotoCrop crop) {
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new PhotoRefusedException(PhotoProblem.TOO_MANY_PIXELS);
        }
        int shownWidth = orientation.isTurned() ? height : width;
        int shownHeight = orientation.isTurned() ? width : height;
        PhotoCrop square = crop == null ? PhotoCrop.centre(shownWidth, shownHeight) : crop.within(shownWidth, shownHeight);
        PhotoOrientation.Place place = orientation.inFile(square, width, height);
        return new Rectangle(place.x(), place.y(), square.size(), square.size());
    }

    /** By halves: a single step would look at a few of many pixels only. */
    private static BufferedImage scaled(BufferedImage image, PhotoFile.Kind kind) {
        BufferedImage scaled = image;
        int side = image.getWidth();
        do {
            side = Math.max(SIDE, (side + 1) / 2);
            BufferedImage next = new BufferedImage(side, side, kind == PhotoFile.Kind.JPEG ? BufferedImage.TYPE_INT_RGB
                : BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = next.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(scaled, 0, 0, side, side, null);
            graphics.dispose();
            scaled = next;
        } while (side > SIDE);
        return scaled;
    }

    private static BufferedImage upright(BufferedImage image, PhotoOrientation orientation) {
        BufferedImage turned = new BufferedImage(SIDE, SIDE, image.getType());
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                PhotoOrientation.Place from = orientation.inFile(new PhotoCrop(x, y, 1), SIDE, SIDE);
                turned.setRGB(x, y, image.getRGB(from.x(), from.y()));
            }
        }
        return turned;
    }

    private static byte[] write(PhotoFile.Kind kind, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.format()).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == PhotoFile.Kind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package org.agentinbox.it.support.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;

/**
 * Takes the place of the product's own clock in the whole EAR: the system's time plus an offset, in steps of a microsecond. The
 * offset is the one number in a file that the test and the server both have in memory, so each instant is as the test set it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClockProducer {

    /** The system property that names the file. */
    public static final String FILE = "agentinbox.it.clock";

    private static final VarHandle MICROS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** @return the one clock of all beans */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new Moved(map(Path.of(System.getProperty(FILE))), ZoneOffset.UTC);
    }

    /**
     * @param file made where it does not exist; begins with an offset of 0
     * @return its 8 bytes, the same for everybody who maps them
     */
    public static ByteBuffer map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return by how many microseconds the clock is ahead */
    public static long ahead(ByteBuffer file) {
        return (long) MICROS.getVolatile(file, 0);
    }

    /** @param micros by how many microseconds the clock is ahead from now on */
    public static void ahead(ByteBuffer file, long micros) {
        MICROS.setVolatile(file, 0, micros);
    }

    private static final class Moved extends Clock {

        private final ByteBuffer file;
        private final ZoneId zone;

        Moved(ByteBuffer file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(file, other);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead(file), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MICROS);
        }
    }
}

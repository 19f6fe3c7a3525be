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
 * Replaces the product's clock in the whole EAR by the system's time plus an offset, in steps of a microsecond. The offset is one number in
 * a file that both the test and the server map into memory, so the server's next reading already has it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClockProducer {

    /** The system property with the path of the file. */
    public static final String FILE = "agentinbox.it.clock";

    private static final VarHandle MICROS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new Moved(map(Path.of(System.getProperty(FILE))), ZoneOffset.UTC);
    }

    /**
     * @param file made where it does not exist, with an offset of 0
     * @return its 8 bytes, shared by everybody who maps the file
     */
    public static ByteBuffer map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the offset in microseconds */
    public static long ahead(ByteBuffer file) {
        return (long) MICROS.getVolatile(file, 0);
    }

    /** @param micros the offset from now on, in microseconds */
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

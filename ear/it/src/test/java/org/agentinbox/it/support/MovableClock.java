package org.agentinbox.it.support;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.agentinbox.it.support.clock.MovableClockProducer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Reads and moves the clock of an installation made by {@link Installation#movable}. The clock always runs on. */
public final class MovableClock {

    private final Path file;
    private final ByteBuffer offset;

    /** @param directory where the file with the clock's offset is kept */
    MovableClock(Path directory) {
        file = directory.resolve("clock");
        offset = MovableClockProducer.map(file);
    }

    /** Makes an EAR of the one that ships and a further jar with the movable clock. The shipped file itself is not changed. */
    static Path ear(Path shipped, Path directory) {
        Path copy = directory.resolve("agent-inbox.ear");
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, shipped.toFile());
        ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "movable-clock.jar").addPackage(MovableClockProducer.class.getPackage())
            .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
        File target = copy.toFile();
        ear.as(ZipExporter.class).exportTo(target, true);
        return copy;
    }

    Path file() {
        return file;
    }

    /** @return the time of the server's clock */
    public Instant now() {
        return Instant.now().plus(MovableClockProducer.ahead(offset), ChronoUnit.MICROS);
    }

    /** @param now the time of the server's clock from this moment on */
    public void set(Instant now) {
        MovableClockProducer.ahead(offset, ChronoUnit.MICROS.between(Instant.now(), now));
    }

    /** @param by how far the clock moves forward; negative for backward */
    public void move(Duration by) {
        MovableClockProducer.ahead(offset, MovableClockProducer.ahead(offset) + by.toNanos() / 1_000);
    }
}

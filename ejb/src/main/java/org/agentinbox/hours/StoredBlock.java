package org.agentinbox.hours;

import java.time.DayOfWeek;
import java.util.Objects;

import jakarta.persistence.Embeddable;

/** A block as entities store it, for live chats or for meetings. */
@Embeddable
public class StoredBlock {

    private short weekday;
    private short startMinute;
    private short endMinute;

    /** For JPA only. */
    protected StoredBlock() {}

    /** @param block within a day */
    public StoredBlock(Block block) {
        weekday = (short) block.day().getValue();
        startMinute = (short) block.startMinute();
        endMinute = (short) block.endMinute();
    }

    /** @return the block */
    public Block block() {
        return new Block(DayOfWeek.of(weekday), startMinute, endMinute);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredBlock row && row.block().equals(block());
    }

    @Override
    public int hashCode() {
        return Objects.hash(weekday, startMinute, endMinute);
    }
}

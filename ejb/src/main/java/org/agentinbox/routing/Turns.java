package org.agentinbox.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.agentinbox.availability.Candidate;

/**
 * The agents of pools in the order of their turns. They are read little by little, because mostly one of the first takes the chat, and each
 * is read once for a decision: what is read before the decision's lock delays no other decision.
 */
final class Turns {

    private static final int GROWTH = 4;

    private final Reader reader;
    private final int first;
    private final Map<Pool, Ring> rings = new HashMap<>();

    /** Reads agents. */
    @FunctionalInterface
    interface Reader {

        /**
         * @param last who had the last turn
         * @param afterOrNull after whom to go on in that order
         * @return at most so many; fewer where there are no more
         */
        List<Candidate> read(Pool pool, int last, Candidate afterOrNull, int most);
    }

    /** @param first how many are read at first */
    Turns(Reader reader, int first) {
        this.reader = reader;
        this.first = first;
    }

    /** @param last the number of the agent who had the pool's last turn, which may be another one than when it was asked for before */
    Iterable<Candidate> of(Pool pool, int last) {
        Ring known = rings.get(pool);
        int begin = known == null ? -1 : known.beginFor(last);
        if (begin < 0) {
            Ring anew = new Ring(pool, last);
            rings.put(pool, anew);
            return () -> anew.from(0);
        }
        return () -> known.from(begin);
    }

    /** As much of a pool's order as was read, beginning after the agent who had the last turn then. */
    private final class Ring {

        private final Pool pool;
        private final int last;
        private final List<Candidate> read = new ArrayList<>();
        private boolean whole;

        Ring(Pool pool, int last) {
            this.pool = pool;
            this.last = last;
        }

        /** The index at which the order begins after another last turn; below 0 where that is not known. */
        int beginFor(int otherLast) {
            if (otherLast == last) {
                return 0;
            }
            int passed = (int) read.stream().takeWhile(agent -> RoundRobin.after(last).compare(agent.number(), otherLast) <= 0).count();
            return passed < read.size() ? passed : whole ? 0 : -1;
        }

        /** Everybody once. */
        Iterator<Candidate> from(int begin) {
            return new Iterator<>() {

                private int passed;

                @Override
                public boolean hasNext() {
                    return has(begin + passed) || passed < read.size();
                }

                @Override
                public Candidate next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int index = begin + passed++;
                    return read.get(index < read.size() ? index : index - read.size());
                }
            };
        }

        private boolean has(int index) {
            if (index >= read.size() && !whole) {
                int most = Math.max(first, read.size() * GROWTH);
                List<Candidate> more = reader.read(pool, last, read.isEmpty() ? null : read.get(read.size() - 1), most);
                read.addAll(more);
                whole = more.size() < most;
            }
            return index < read.size();
        }
    }
}

package org.agentinbox.it.bench;

import java.time.Duration;
import java.util.stream.Stream;

import org.agentinbox.it.support.Installation;

/**
 * The CPU time used so far by the three parts of a benchmark; the difference of two readings is the cost of what ran between them. The
 * database's time is that of its live connections, so connections must not open or close between the readings.
 *
 * @param client this process
 * @param server the application server
 * @param database PostgreSQL with all its processes
 */
record CpuTimes(Duration client, Duration server, Duration database) {

    static CpuTimes of(Installation installation) {
        String directory = installation.server().log().getParent().getParent().getParent().toString();
        return new CpuTimes(cpu(ProcessHandle.current()),
            all().filter(p -> runs(p, "java") && mentions(p, directory)).map(CpuTimes::cpu).reduce(Duration.ZERO, Duration::plus),
            all().filter(p -> runs(p, "postgres"))
                .filter(p -> mentions(p, directory) || p.parent().filter(m -> mentions(m, directory)).isPresent())
                .map(CpuTimes::cpu).reduce(Duration.ZERO, Duration::plus));
    }

    private static Stream<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(p -> p.pid() != ProcessHandle.current().pid());
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info().command().filter(command -> command.endsWith("/" + program)).isPresent();
    }

    private static boolean mentions(ProcessHandle process, String text) {
        return process.info().commandLine().filter(line -> line.contains(text)).isPresent();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    CpuTimes since(CpuTimes before) {
        return new CpuTimes(client.minus(before.client), server.minus(before.server), database.minus(before.database));
    }

    CpuTimes plus(CpuTimes other) {
        return new CpuTimes(client.plus(other.client), server.plus(other.server), database.plus(other.database));
    }

    /** @return the CPU time per message in microseconds, as a line of a report */
    String each(double messages) {
        return String.format("client %.0f, server %.0f, database %.0f µs", micros(client, messages), micros(server, messages),
            micros(database, messages));
    }

    private static double micros(Duration time, double messages) {
        return time.toNanos() / 1_000.0 / messages;
    }
}

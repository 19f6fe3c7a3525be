package org.agentinbox.it.browser;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Stops all processes of the tests' browser, as if the computers of everybody in the test were asleep, until it is closed. */
final class Sleep implements AutoCloseable {

    private final List<Long> processes;

    private Sleep(List<Long> processes) {
        this.processes = processes;
        signal("STOP");
    }

    static Sleep begins() {
        Predicate<ProcessHandle> isBrowser = process -> process.info().command().filter(command -> command.contains("chrom")).isPresent();
        List<Long> browsers = ProcessHandle.current().descendants().filter(isBrowser).map(ProcessHandle::pid).toList();
        if (browsers.isEmpty()) {
            throw new IllegalStateException("no browser to put to sleep");
        }
        return new Sleep(browsers);
    }

    private void signal(String name) {
        for (long process : processes) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        signal("CONT");
    }
}

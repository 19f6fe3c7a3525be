package org.agentinbox.it.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the server writes into its log from now on. */
final class ServerLog {

    private static final Pattern ERROR = Pattern.compile("^.{0,30} ERROR .*|^\\tat .*|^Caused by: .*");
    private final Path file;
    private long readTo;

    ServerLog(Path file) {
        this.file = file;
        readTo = file.toFile().length();
    }

    /** @return the lines of errors and of stack traces since the call before */
    List<String> errors() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(readTo);
            byte[] bytes = new byte[(int) (log.length() - readTo)];
            log.readFully(bytes);
            // What is not a whole line yet is read with the next call.
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            readTo += end;
            List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
            // What came before them says why there is a trace.
            return lines.stream().anyMatch(line -> ERROR.matcher(line).matches()) ? lines : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

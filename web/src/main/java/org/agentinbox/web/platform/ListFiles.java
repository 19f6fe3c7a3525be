package org.agentinbox.web.platform;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.agentinbox.platform.list.ImportProblem;
import org.agentinbox.platform.list.ImportReport;
import org.agentinbox.platform.list.ListFile;

import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Response;

/** Imports and exports of lists as files of comma separated values, over REST. */
public final class ListFiles {

    private ListFiles() {}

    /**
     * @param body of the request
     * @return its bytes, at most one more than allowed, so that the service refuses it as too big
     */
    public static byte[] read(InputStream body) throws IOException {
        return read(body, ListFile.MOST_BYTES);
    }

    /**
     * @param body of the request
     * @param most how many bytes the service takes
     * @return its bytes, at most one more than that
     */
    public static byte[] read(InputStream body, int most) throws IOException {
        return body.readNBytes(most + 1);
    }

    /** @return a download of the file under this name */
    public static Response download(byte[] file, String name) {
        return Response.ok(file).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
            .header("Cache-Control", "private, no-store").build();
    }

    /** @return 200 with what was done, or 400 with each line that is wrong */
    public static Response answer(ImportReport report) {
        if (report.problems().isEmpty()) {
            return Response
                .ok(JsonMessage.object().with("added", report.added()).with("changed", report.changed())
                    .with("unchanged", report.unchanged()).toString())
                .build();
        }
        return refused(problem(report.problems()));
    }

    /**
     * @param problems what is wrong, perhaps only the first lines
     * @param wrong how much is wrong
     * @return 400 with these lines and that number
     */
    public static Response refused(List<ImportProblem> problems, int wrong) {
        return refused(problem(problems).with("wrong", wrong));
    }

    private static JsonMessage.Builder problem(List<ImportProblem> problems) {
        JsonArrayBuilder errors = JSON.createArrayBuilder();
        problems.forEach(problem -> errors.add(JsonMessage.object().with("line", problem.line()).with("reason", problem.reason()).build()));
        return JsonMessage.object().with("title", "INVALID_FILE").with("status", 400).with("detail", "Nothing was imported.")
            .with("errors", errors.build());
    }

    private static Response refused(JsonMessage.Builder body) {
        return Response.status(400).type("application/problem+json").entity(body.toString().getBytes(StandardCharsets.UTF_8)).build();
    }
}

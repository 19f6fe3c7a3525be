package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

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
        return body.readNBytes(ListFile.MOST_BYTES + 1);
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
        JsonArrayBuilder errors = JsonMessage.json().createArrayBuilder();
        report.problems()
            .forEach(problem -> errors.add(JsonMessage.object().with("line", problem.line()).with("reason", problem.reason()).build()));
        String body = JsonMessage.object().with("title", "INVALID_FILE").with("status", 400).with("detail", "Nothing was imported.")
            .with("errors", errors.build()).toString();
        return Response.status(400).type("application/problem+json").entity(body.getBytes(StandardCharsets.UTF_8)).build();
    }
}

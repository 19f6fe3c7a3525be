package org.agentinbox.it.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

import org.agentinbox.it.support.People;

/**
 * A request.
 *
 * @param path below the context root, encoded; with its query
 * @param body null for none
 * @param who a demo account, {@code key}, {@code visitor} or {@code nobody}
 * @param check of the answer, beyond what holds for all
 */
record HttpCase(String method, String path, Map<String, String> headers, String body, Charset charset, String who,
    Consumer<HttpResponse<String>> check) implements BadCase {

    /** Of a body that is no file. */
    private static final int MOST_BYTES = 1 << 16;

    @Override
    public void tryOn(Round round) {
        Known known = round.known();
        URI uri = URI.create(round.installation().address() + known.in(path.replaceAll("%7B%7B([a-z]+)%7D%7D", "{{$1}}")));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body == null ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(known.in(body).getBytes(charset)));
        headers.forEach(request::header);
        switch (who) {
            case "key" -> request.header("Authorization", "Bearer " + known.get("key"));
            case "visitor" -> request.header("Authorization", "Bearer " + known.get("token"));
            case "nobody" -> {}
            default -> request.header("Cookie", round.cookie(who));
        }
        if (body != null && known.in(body).getBytes(charset).length > MOST_BYTES) {
            tryTooMuch(request);
            return;
        }
        HttpResponse<String> answer = People.call(request);
        Answers.check(answer);
        check.accept(answer);
    }

    /** The server may hang up on whoever sends too much. */
    private static void tryTooMuch(HttpRequest.Builder request) {
        try {
            Answers.check(People.call(request));
        } catch (AssertionError e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return method + " " + path + " by " + who + " " + headers + (StandardCharsets.UTF_8.equals(charset) ? "" : " in " + charset)
            + (body == null ? "" : "\n" + body);
    }
}

package org.agentinbox.it.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What browsers post without a script, and pages with parameters. */
final class FormCases {

    private static final List<Form> FORMS = List.of(
        new Form("preferences", List.of("locale", "theme", "return")), new Form("sign-in", List.of("userName", "password", "return")),
        new Form("password-change", List.of("current", "password", "repeat")), new Form("signin", List.of("problem", "seconds", "return")),
        new Form("meeting/{{token}}", List.of("start", "zone")), new Form("meeting/x/cancel", List.of("zone")));
    private static final List<String> MEANT = List.of("ko", "dark", "/inbox/", "nobody", "2030-05-06T09:00:00Z", "Asia/Seoul", "wait",
        "12");

    private record Form(String path, List<String> fields) {}

    private FormCases() {}

    static BadCase next(Chance chance) {
        // Each try to sign in takes a hash of a password, so there are few.
        Form form = chance.oneIn(3) ? chance.of(FORMS) : FORMS.get(0);
        StringJoiner fields = new StringJoiner("&");
        form.fields().stream().filter(name -> !chance.oneIn(4)).forEach(name -> fields.add(name + "=" + value(chance)));
        if (chance.oneIn(8)) {
            fields.add("jakarta.faces.ViewState=" + value(chance));
        }
        boolean isRead = chance.oneIn(6);
        String who = form.path().equals("password-change") || chance.oneIn(2) ? "cal" : "nobody";
        if (isRead) {
            return new HttpCase("GET", form.path() + "?" + fields, Map.of(), null, StandardCharsets.UTF_8, who, answer -> {});
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", chance.oneIn(20) ? chance.of("text/plain", "application/x-www-form-urlencoded; charset=nonsense",
            "multipart/form-data; boundary=x", "multipart/form-data", "x") : "application/x-www-form-urlencoded");
        return new HttpCase("POST", form.path(), headers, Mistakes.sendable(Mistakes.inText(fields.toString(), chance)),
            StandardCharsets.UTF_8, who, answer -> {});
    }

    private static String value(Chance chance) {
        if (chance.oneIn(2)) {
            return chance.of(MEANT);
        }
        String odd = Mistakes.sendable(Odd.text(chance));
        return URLEncoder.encode(odd.substring(0, Math.min(odd.length(), 1_000)), StandardCharsets.UTF_8);
    }
}

package org.agentinbox.web.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.agentinbox.configuration.ConfigurationDocument;
import org.agentinbox.configuration.ConfigurationPrograms;
import org.agentinbox.configuration.ConfigurationReport;
import org.agentinbox.configuration.Configurations;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.ListFiles;
import org.agentinbox.web.platform.ProblemMapper;
import org.agentinbox.web.platform.VisitorCorsFilter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The configuration as one document, for programs with an API key. */
@Path("/configuration")
@RequestScoped
public class ConfigurationResource {

    /** RFC 6585. */
    private static final int PRECONDITION_REQUIRED = 428;
    /** Entity tags, weak ones too (RFC 9110, 8.8.3), or the asterisk. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"|\\*");
    private static final Set<String> FLAGS = Set.of("true", "false");

    @EJB
    private ConfigurationPrograms programs;
    @Context
    private HttpServletRequest request;

    /** @return the document with its entity tag; 304 where the caller has it already */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response document() {
        ConfigurationDocument document = programs.read(key());
        boolean isKnown = tags(HttpHeaders.IF_NONE_MATCH).map(known -> known.contains("*")
            || known.stream().anyMatch(tag -> tag.replaceFirst("^W/", "").equals(document.tag()))).orElse(false);
        Response.ResponseBuilder answer = isKnown ? Response.notModified() : Response.ok(document.text());
        return answer.header(HttpHeaders.ETAG, document.tag()).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    /**
     * Replaces the configuration, or tells in what it would change.
     *
     * @param dryRun whether to change nothing
     * @param body as {@link #document} gives it
     * @return 200 with the differences; 400 with all that is wrong; 412 where the configuration is not the one that {@code If-Match} names
     *     any more, 428 where it names none and this is no dry run
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(@QueryParam("dryRun") String dryRun, InputStream body) throws IOException {
        // The key is checked first, so that a caller without one sends no document.
        programs.check(key());
        boolean isDryRun = flag(dryRun);
        Optional<List<String>> match = tags(HttpHeaders.IF_MATCH);
        if (match.isEmpty() && !isDryRun) {
            return ProblemMapper.problem(PRECONDITION_REQUIRED, "IF_MATCH_REQUIRED",
                "If-Match must name the ETag of the configuration that is to be replaced.");
        }
        byte[] bytes = ListFiles.read(body, Configurations.MOST_BYTES);
        ConfigurationReport report = programs.replace(key(), bytes, match.orElse(null), isDryRun);
        return report.wrong() > 0 ? ConfigurationJson.refused(report, language()) : ConfigurationJson.done(report, isDryRun);
    }

    /** Anything else, such as a misspelt word, must not replace what was meant to stay. */
    private static boolean flag(String dryRun) {
        if (dryRun != null && !FLAGS.contains(dryRun)) {
            throw RefusedException.ofField("dryRun", "true or false");
        }
        return Boolean.parseBoolean(dryRun);
    }

    private String key() {
        return VisitorCorsFilter.token(request).orElse(null);
    }

    /** Empty where there is no such header; one that names nothing matches nothing. */
    private Optional<List<String>> tags(String header) {
        String value = request.getHeader(header);
        return Optional.ofNullable(value).map(given -> TAG.matcher(given).results().map(MatchResult::group).toList());
    }

    private Locale language() {
        return Locale.KOREAN.getLanguage().equals(request.getLocale().getLanguage()) ? Locale.KOREAN : Locale.ENGLISH;
    }
}

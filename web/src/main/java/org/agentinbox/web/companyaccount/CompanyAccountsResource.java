package org.agentinbox.web.companyaccount;

import java.io.IOException;
import java.io.InputStream;

import org.agentinbox.companyaccount.AccountImportReport;
import org.agentinbox.companyaccount.CompanyAccountPrograms;
import org.agentinbox.companyaccount.CompanyAccountService;
import org.agentinbox.companyaccount.ImportProgress;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.ListFiles;
import org.agentinbox.web.platform.VisitorCorsFilter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The account list as a file: for programs with an API key, and for the page. */
@Path("/accounts")
@RequestScoped
public class CompanyAccountsResource {

    private static final String FILE = "accounts.csv";

    @EJB
    private CompanyAccountPrograms programs;
    @EJB
    private CompanyAccountService accounts;
    @Context
    private HttpServletRequest request;

    /**
     * Replaces the list, for programs.
     *
     * @param file in the format of {@link CompanyAccountService#importFile}
     * @return 200 with what was done, or 400 with each line that is wrong
     */
    @PUT
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(InputStream file) throws IOException {
        // The key is checked first, so that a caller without one sends no file.
        programs.check(key());
        return answer(programs.replace(key(), read(file)));
    }

    /** @return the list, for programs */
    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response file() {
        return ListFiles.download(programs.file(key()), FILE);
    }

    private String key() {
        return VisitorCorsFilter.token(request).orElse(null);
    }

    /** @return the list, for the page */
    @GET
    @Path("/export.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response exportFile() {
        return ListFiles.download(accounts.exportFile(), FILE);
    }

    /**
     * Replaces the list, for the page.
     *
     * @param file in the format of {@link CompanyAccountService#importFile}
     * @return as {@link #replace}
     */
    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response importFile(InputStream file) throws IOException {
        // Who may not import need not send the file.
        accounts.lastImport();
        return answer(accounts.importFile(read(file)));
    }

    private static byte[] read(InputStream file) throws IOException {
        return ListFiles.read(file, CompanyAccountService.MOST_BYTES);
    }

    private static Response answer(AccountImportReport report) {
        if (!report.problems().isEmpty()) {
            return ListFiles.refused(report.problems(), report.wrong());
        }
        return Response.ok(JsonMessage.object().with("added", report.added()).with("changed", report.changed())
            .with("unchanged", report.unchanged()).with("removed", report.removed()).with("withoutChats", report.withoutChats()).toString())
            .build();
    }

    /** @return how far the import is that runs, or how the last one ended */
    @GET
    @Path("/import")
    @Produces(MediaType.APPLICATION_JSON)
    public Response progress() {
        JsonMessage.Builder answer = JsonMessage.object().with("running", false);
        accounts.lastImport().ifPresent(last -> tell(answer, last));
        return Response.ok(answer.toString()).header("Cache-Control", "private, no-store").build();
    }

    private static void tell(JsonMessage.Builder answer, ImportProgress last) {
        answer.with("running", last.isRunning()).with("state", last.state().name()).with("begunAt", last.begunAt())
            .with("linesDone", last.linesDone()).with("linesTotal", last.linesTotal()).with("wrong", last.wrong());
    }
}

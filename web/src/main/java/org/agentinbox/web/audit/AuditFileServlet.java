package org.agentinbox.web.audit;

import java.io.IOException;

import org.agentinbox.audit.AuditService;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The audit trail as comma separated values, with the parameters of the page. The service holds the permissions and records it. */
@WebServlet("/admin/audit-file")
public class AuditFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient AuditService audit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = audit.file(AuditAsked.of(request::getParameter).filter(audit.zone()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.getOutputStream().write(file);
    }
}

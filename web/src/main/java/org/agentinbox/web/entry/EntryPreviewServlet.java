package org.agentinbox.web.entry;

import java.io.IOException;

import org.agentinbox.web.platform.Assets;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The page in which the editor of entries shows the widget. It holds nothing: the editor sends it the entry. The only page that may be
 * framed, by pages of ours, see {@link org.agentinbox.web.platform.SecurityHeaders}.
 */
@WebServlet("/admin/entry-preview")
public class EntryPreviewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="%1$s">
        <head>
          <meta charset="UTF-8"/>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <title>Widget</title>
          <link rel="stylesheet" href="%2$s/css/entry-preview.css"/>
        </head>
        <body><script src="%3$s/widget-preview.js" data-locale="%1$s"></script></body>
        </html>
        """;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String language = "ko".equals(request.getParameter("language")) ? "ko" : "en";
        response.getWriter().write(PAGE.formatted(language, assets.getPath(), request.getContextPath()));
    }
}

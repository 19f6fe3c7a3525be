package org.agentinbox.web.platform;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Serves {@link Assets} at their versioned address, to be cached for good. At other addresses they are served as they were written, and are
 * not cached: a reproducible build gives all files the same date, so a browser could not tell by the date whether its copy is outdated.
 */
@WebFilter({"/assets/*", "/demo/*"})
public class AssetsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String current = Assets.VERSIONED + assets.version() + "/";
        if (path.startsWith(current)) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            serve(path.substring(current.length()), request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (path.startsWith(Assets.VERSIONED)) {
            // A page of the previous release asks for its files; it gets those of the present release.
            request.getRequestDispatcher(Assets.FOLDER + path.replaceFirst("^" + Assets.VERSIONED + "[^/]*/", "")).forward(request,
                response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Optional<CachedResponse> file = assets.file(path);
        if (file.isPresent() && READING.contains(request.getMethod())) {
            file.get().write(request, response);
        } else {
            request.getRequestDispatcher(Assets.FOLDER + path).forward(request, response);
        }
    }
}

package org.agentinbox.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import org.agentinbox.it.support.Installation;

import com.sun.net.httpserver.HttpServer;

/** A customer's web site: one page with the widget's script, of another origin than the product, with the strictest policy that works. */
public final class CustomerSite implements AutoCloseable {

    private final HttpServer server;

    /** @param port to listen at, which is part of the origin; 0 for any free one */
    public CustomerSite(Installation installation, int port) {
        this(installation, port, "default");
    }

    /** @param entry by which its visitors come in */
    public CustomerSite(Installation installation, int port, String entry) {
        String ours = installation.origin();
        String policy = "default-src 'none'; script-src " + ours + "; connect-src " + ours + " " + ours.replaceFirst("^http", "ws")
            + "; img-src " + ours;
        byte[] page = ("<!DOCTYPE html><html lang=\"en\"><title>Customer</title><main><h1>A customer’s page</h1></main><script src=\""
            + installation.address().resolve("widget.js") + "\" data-entry=\"" + entry + "\" async></script></html>")
            .getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
